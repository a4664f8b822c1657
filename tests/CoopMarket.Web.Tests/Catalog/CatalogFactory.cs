using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Catalog;

/// <summary>A product on sale, as tests need it.</summary>
internal sealed record ListedProduct(CooperativeId Cooperative, PersonId Manager, ProductId Product, VariantId Variant, CategoryId Category, string Slug);

/// <summary>Puts cooperatives, categories and products straight into the database.</summary>
internal static class CatalogFactory
{
    private static int _sellers;

    /// <summary>An approved cooperative with a manager, under a name of its own.</summary>
    public static Task<SellingCoop> NewSellerAsync(this Market market)
        => market.SellingCoopAsync($"Hợp tác xã Suối Tọ {Interlocked.Increment(ref _sellers)}");

    /// <summary>A category at the top.</summary>
    public static Task<CategoryId> CategoryAsync(this Market market, string name = "Tỏi đen", CategoryId? parent = null) => market.InDbAsync(async db =>
    {
        var ids = market.Services.GetRequiredService<Ids>();
        var id = ids.New<CategoryId>();
        db.Add(CategoryEntry.Write(ids.New<RuleId>(), id, parent, Folding.Slug(name) + "-" + id.Value.ToString("N")[^6..], new(name), 0, market.Clock.Now(), by: null));
        await db.SaveChangesAsync();
        return id;
    });

    /// <summary>A product on sale in a jar of 250 g; of a new seller unless one is given.</summary>
    /// <param name="untold">Whether it does not say what is in it.</param>
    public static async Task<ListedProduct> LiveProductAsync(
        this Market market, int onHand = 10, long price = 185_000, SellingCoop? seller = null, CategoryId? category = null,
        string name = "Tỏi đen một nhánh", int? madeToOrderDays = null, int parcelGrams = 420, bool untold = false)
    {
        var coop = seller ?? await market.NewSellerAsync();
        var shelf = category ?? await market.CategoryAsync();
        var ids = market.Services.GetRequiredService<Ids>();
        var (id, variant) = (ids.New<ProductId>(), ids.New<VariantId>());
        var slug = $"{Folding.Slug(name)}-{id.Value.ToString("N")[^6..]}";
        var product = Product.Start(id, coop.Id, slug, market.Clock.Now());
        product.Describe(new(new(name, "Black garlic"), new("Ủ 30 ngày trong nồi đất."), new("Tỏi trồng trên nương."), LocalizedText.Empty, LocalizedText.Empty, untold ? LocalizedText.Empty : new("Tỏi", "Garlic")), shelf);
        product.Contain(untold ? null : []);
        product.Locate("bản Tọ", "03922", maker: null, seasonBits: 0);
        product.MakeToOrder(madeToOrderDays);
        product.AddSize(variant, new(new("hũ 250 g", "250 g jar"), NetKind.Mass, 250, Money.Dong(price), new(parcelGrams, 90, 90, 110)));
        product.Submit(hasPhoto: true, isKnown: true, market.Clock.Now());
        product.TakeEvents();
        return await market.InDbAsync(async db =>
        {
            db.Add(product);
            db.Add(ProductAddress.Give(id, slug, market.Clock.Now()));
            await db.SaveChangesAsync();
            await db.Set<Variant>().Where(v => v.Id == variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, onHand));
            db.Add(StockMove.Note(ids.New<StockMoveId>(), variant, StockCause.Received, onHand, "", by: null, market.Clock.Now()));
            await db.SaveChangesAsync();
            return new ListedProduct(coop.Id, coop.Manager, id, variant, shelf, slug);
        });
    }

    /// <summary>What can still be sold of a size.</summary>
    public static Task<int> OnHandAsync(this Market market, VariantId variant)
        => market.InDbAsync(db => db.Set<Variant>().Where(v => v.Id == variant).Select(v => v.OnHand).SingleAsync());
}
