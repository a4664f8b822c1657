using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Catalog;

/// <summary>What a manager does at her desk, by commands.</summary>
internal sealed class DeskOf(Market market, SellingCoop coop)
{
    public Actor Actor { get; } = Actor.Of(coop.Manager, "203.0.113.7");

    public CooperativeId Cooperative => coop.Id;

    /// <summary>A jar of 250 g for 185.000 ₫, as it is typed.</summary>
    public static SaveSize.Form Jar => new()
    {
        NameVi = "hũ 250 g",
        NameEn = "250 g jar",
        Kind = NetKind.Mass,
        Net = "250",
        Price = "185.000",
        Grams = "420",
        Length = "9",
        Width = "9",
        Height = "11",
    };

    /// <summary>A draft with everything but a photo.</summary>
    public async Task<ProductId> DraftAsync(string name = "Tỏi đen một nhánh")
    {
        var category = await market.CategoryAsync();
        var product = (await market.SendAsync(new StartProduct.Command(Actor, coop.Id, name, null, category))).Value;
        (await DescribeAsync(product, name, category)).IsDone.ShouldBeTrue();
        (await SaveAsync(product, Jar)).IsDone.ShouldBeTrue();
        (await market.SendAsync(new TellOrigin.Command(Actor, coop.Id, product, "bản Tọ", "03922", null, []))).IsDone.ShouldBeTrue();
        (await market.SendAsync(TellContents.Command.Of(Actor, coop.Id, product, new() { IngredientsVi = "Tỏi", NoAllergens = true }))).IsDone.ShouldBeTrue();
        return product;
    }

    /// <summary>A whole draft.</summary>
    public async Task<ProductId> WholeAsync(string name = "Tỏi đen một nhánh")
    {
        var product = await DraftAsync(name);
        await PhotoAsync(product);
        return product;
    }

    public Task<Outcome> DescribeAsync(ProductId product, string name, CategoryId category, string line = "Ủ 30 ngày trong nồi đất.") => market.SendAsync(
        DescribeProduct.Command.Of(Actor, coop.Id, product, new() { NameVi = name, Category = category, LineVi = line, DescriptionVi = "Tỏi trồng trên nương." }));

    public Task<Outcome<VariantId>> SaveAsync(ProductId product, SaveSize.Form form, VariantId? variant = null)
        => market.SendAsync(SaveSize.Command.Of(Actor, coop.Id, product, variant, form));

    /// <summary>Sends a product in; that she sends abroad she has said before.</summary>
    public async Task<Outcome<ProductState>> SubmitAsync(ProductId product)
    {
        (await market.SendAsync(new ChooseAbroad.Command(Actor, coop.Id, Abroad: true))).IsDone.ShouldBeTrue();
        return await market.SendAsync(new SubmitProduct.Command(Actor, coop.Id, product));
    }

    public Task<Outcome> WithdrawAsync(ProductId product) => market.SendAsync(new WithdrawProduct.Command(Actor, coop.Id, product));

    public Task<Outcome> StockAsync(ProductId product, VariantId size, StockCause cause, string quantity, string? reason = "đếm cuối tuần", int seen = 0)
        => market.SendAsync(new ChangeStock.Command(Actor, coop.Id, product, size, cause, quantity, reason, seen));

    /// <summary>The product as its desk shows it.</summary>
    public async Task<ProductView> SeeAsync(ProductId product) => (await market.SendAsync(new OwnProduct.Query(Actor, coop.Id, product)))!;

    /// <summary>Puts a photo straight into the database.</summary>
    public Task PhotoAsync(ProductId product, char hash = 'a') => market.InDbAsync(async db =>
    {
        var ids = market.Services.GetRequiredService<Ids>();
        var picture = new Picture(new string(hash, 32), 1200, 1200, string.Concat(Enumerable.Repeat("efe5d0", 12)));
        db.Add(Photo.Add(ids.New<PhotoId>(), coop.Id, new(PhotoSubjectKind.Product, product.Value), picture, LocalizedText.Empty, [], standing: true, market.Clock.Now()));
        return await db.SaveChangesAsync();
    });

    /// <summary>As if an admin had let three others go on sale before.</summary>
    public async Task BeKnownAsync()
    {
        for (var i = 0; i < Product.ReviewedFirst; i++)
            await market.LiveProductAsync(seller: coop);
    }
}
