using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Certificates;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Features.Shipping.Contract;

namespace CoopMarket.Web.Seed;

/// <summary>A size of the demo that can be bought.</summary>
internal sealed record SeededSize(DemoProduct Product, DemoVariant Told, VariantId Id, ProductId ProductId, string Cooperative)
{
    /// <summary>Fresh fruit has its months; all else keeps.</summary>
    public bool IsSoldIn(int month) => Product.Category != "trai-cay-tuoi" || Product.Season?.Contains(month) != false;
}

/// <summary>Lists the demo's categories and goods the way a cooperative does.</summary>
internal sealed class DemoGoods(Stage stage, DemoContent content)
{
    private const int StillToLookAt = 3;

    /// <summary>The categories and what is asked about abroad, by key; the rules hold from the opening at the earliest.</summary>
    public async Task<IReadOnlyDictionary<string, CategoryId>> CategoriesAsync(Pipeline.Actor admin, DateTimeOffset opening)
    {
        Dictionary<string, CategoryId> ids = new(StringComparer.Ordinal);
        foreach (var told in content.Categories.Categories.OrderBy(c => c.Parent is null ? 0 : 1))
        {
            ids[told.Key] = await stage.DoAsync(new AddCategory.Command(admin, told.Name.Vi, told.Name.In("en"), told.Parent is null ? null : ids[told.Parent], told.Slug, NameFr: told.Name.All.GetValueOrDefault("fr"), IsFood: !told.NotFood));
            foreach (var rule in told.Abroad ?? [])
                foreach (var place in rule.Places)
                    await stage.DoAsync(new AddDeliveryBlock.Command(
                        admin, told.Slug, place, IsBlocked: false, rule.Reason.Vi, rule.Reason.In("en"), Later(rule.From, opening), rule.Reason.All.GetValueOrDefault("fr", "")));
        }

        return ids;
    }

    /// <summary>An admin has looked at all changes of goods on sale but the latest.</summary>
    public async Task LookAtEditsAsync(Pipeline.Actor admin)
    {
        foreach (var edit in (await stage.SendAsync(new ProductQueue.Query(admin))).Edited.SkipLast(StillToLookAt))
            await stage.DoAsync(new LookAtEdit.Command(admin, edit.Id, edit.At));
    }

    /// <summary>All products, live, with the stock that the year will sell.</summary>
    public async Task<IReadOnlyList<SeededSize>> ProductsAsync(
        Pipeline.Actor admin, IReadOnlyDictionary<string, SeededCooperative> cooperatives, IReadOnlyDictionary<string, CategoryId> categories, DateTimeOffset begin)
    {
        List<SeededSize> sizes = [];
        var listed = 0;
        foreach (var group in content.Products.Where(p => cooperatives.ContainsKey(p.Cooperative)).GroupBy(p => p.Cooperative))
        {
            var cooperative = cooperatives[group.Key];
            await stage.DoAsync(new ChooseAbroad.Command(cooperative.Manager, cooperative.Id, Abroad: true));
            foreach (var told in group)
            {
                stage.At(begin.AddHours(5 * listed++));
                var product = await ListAsync(cooperative, told, categories[told.Category], sizes);
                if (await stage.DoAsync(new SubmitProduct.Command(cooperative.Manager, cooperative.Id, product)) == ProductState.Live)
                    continue;
                var review = await stage.SendAsync(new ReviewProduct.Query(admin, product));
                await stage.DoAsync(new ApproveProduct.Command(admin, product, review!.Hash));
            }
        }

        return sizes;
    }

    /// <summary>What a newcomer has written down: one waits for an admin, one is a draft.</summary>
    public async Task FirstOnesAsync(string key, SeededCooperative cooperative, IReadOnlyDictionary<string, CategoryId> categories)
    {
        await stage.DoAsync(new ChooseAbroad.Command(cooperative.Manager, cooperative.Id, Abroad: true));
        foreach (var told in content.Products.Where(p => p.Cooperative == key))
        {
            var product = await ListAsync(cooperative, told, categories[told.Category], []);
            if (told.State == "InReview")
                await stage.DoAsync(new SubmitProduct.Command(cooperative.Manager, cooperative.Id, product));
        }
    }

    /// <summary>Takes off the shelf what is no longer sold: by its cooperative, or by an admin.</summary>
    public async Task WithdrawAsync(Pipeline.Actor admin, IReadOnlyList<SeededSize> sizes, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
    {
        foreach (var size in sizes.DistinctBy(s => s.ProductId))
        {
            var cooperative = cooperatives[size.Cooperative];
            if (size.Product.State == "Withdrawn")
                await stage.DoAsync(new WithdrawProduct.Command(cooperative.Manager, cooperative.Id, size.ProductId));
            else if (size.Product.State == "TakenDown")
                await stage.DoAsync(new TakeDownProduct.Command(admin, size.ProductId, "Nhãn ghi công dụng chữa bệnh; trà chưa có giấy công bố nào cho phép viết như vậy. Sửa nhãn rồi gửi lại giúp chúng tôi."));
        }
    }

    private async Task<ProductId> ListAsync(SeededCooperative cooperative, DemoProduct told, CategoryId category, List<SeededSize> sizes)
    {
        var (actor, coop) = (cooperative.Manager, cooperative.Id);
        var product = await stage.DoAsync(new StartProduct.Command(actor, coop, told.Name.Vi, told.Name.In("en"), category));
        await stage.DoAsync(new DescribeProduct.Command(
            actor, coop, product, told.Name.Vi, told.Name.In("en"), category, told.Line.Vi, told.Line.In("en"), told.Description.Vi, told.Description.In("en"),
            told.Use.Vi, told.Use.In("en"), Tags(told, "vi"), Tags(told, "en")));
        if (told.Ingredients is { } ingredients)
            await stage.DoAsync(new TellContents.Command(
                actor, coop, product, ingredients.Vi, ingredients.In("en"), told.Allergens ?? [], NoAllergens: told.Allergens is { Count: 0 }));
        // When all of the Vietnamese is there: what is translated before is older than it.
        foreach (var (language, origin) in told.Origins ?? new Dictionary<string, TextOrigin>())
            await stage.DoAsync(new TranslateProduct.Command(
                actor, coop, product, language, told.Name.In(language), told.Line.In(language), told.Description.In(language), told.Use.In(language), Tags(told, language),
                told.Ingredients?.All.GetValueOrDefault(language), origin));
        if (told.MadeToOrderDays is { } days)
            await stage.DoAsync(new MakeToOrder.Command(actor, coop, product, ToOrder: true, Text(days)));
        foreach (var size in told.Variants)
        {
            var id = await stage.DoAsync(new SaveSize.Command(
                actor, coop, product, null, size.Name.Vi, size.Name.In("en"), size.Net, Text(size.NetAmount), Text(size.PriceDong),
                Text(size.ParcelGrams), UnitPrices.Centimeters(size.LengthMm), UnitPrices.Centimeters(size.WidthMm), UnitPrices.Centimeters(size.HeightMm), Stock: null)
            {
                NameFr = size.Name.All.GetValueOrDefault("fr"),
                Gtin = size.Gtin,
            });
            sizes.Add(new(told, size, id, product, told.Cooperative));
            if (size.Stock is not null && told.MadeToOrderDays is null)
                await StockAsync(cooperative, product, id, 400);
        }

        await stage.DoAsync(new TellOrigin.Command(
            actor, coop, product, told.Village, told.CommuneCode, cooperative.Makers.TryGetValue(told.Maker, out var maker) ? maker : null, told.Season ?? []));
        foreach (var picture in told.Pictures)
            await stage.DoAsync(new SeedPhoto.Command(Stage.Seeder, coop, new(PhotoSubjectKind.Product, product.Value), picture));
        return product;
    }

    /// <summary>What is left at the end of the year is what the content says: the cooperatives count.</summary>
    public async Task CountAsync(IReadOnlyList<SeededSize> sizes, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
    {
        var shelf = await stage.WithAsync<Features.Catalog.Contract.Shelf, IReadOnlyList<Features.Catalog.Contract.ShelfItem>>(
            s => s.ManyAsync(sizes.Select(z => z.Id), CancellationToken.None));
        var left = shelf.ToDictionary(i => i.Variant, i => i.Available);
        foreach (var size in sizes.Where(s => s.Told.Stock is not null && left[s.Id] is not null))
        {
            var cooperative = cooperatives[size.Cooperative];
            await stage.DoAsync(new ChangeStock.Command(
                cooperative.Manager, cooperative.Id, size.ProductId, size.Id, StockCause.Counted, Text(size.Told.Stock!.Value), "Kiểm kho cuối tháng", left[size.Id]!.Value));
        }
    }

    /// <summary>The certificates, told of at the end of the year, the papers of today; an admin has looked at them all.</summary>
    public async Task CertifyAsync(Pipeline.Actor admin, IReadOnlyList<SeededSize> sizes, IReadOnlyDictionary<string, SeededCooperative> cooperatives)
    {
        foreach (var size in sizes.DistinctBy(s => s.ProductId))
            foreach (var told in size.Product.Certificates)
            {
                var paper = await stage.WithAsync<Papers, Outcome<SellerPaper>>(papers => papers.KeepAsync(DemoPaper.Of($"{told.Name.Vi} {told.Number}"), CancellationToken.None));
                var form = new CertificateForm
                {
                    Kind = told.Kind == "GI" ? CertificateKind.GeographicalIndication : Enum.Parse<CertificateKind>(told.Kind, ignoreCase: true),
                    Stars = told.Stars,
                    NameVi = told.Name.Vi,
                    NameEn = told.Name.In("en"),
                    NameFr = told.Name.All.GetValueOrDefault("fr"),
                    Number = told.Number,
                    IssuerVi = told.Issuer.Vi,
                    IssuerEn = told.Issuer.In("en"),
                    IssuerFr = told.Issuer.All.GetValueOrDefault("fr"),
                    Issued = told.Issued,
                    Expires = told.Expires,
                    Products = [size.ProductId],
                };
                var id = await stage.DoAsync(new AddCertificate.Command(cooperatives[size.Cooperative].Manager, cooperatives[size.Cooperative].Id, form, paper.Value));
                var seen = await stage.SendAsync(new LookAtCertificate.Query(admin, id));
                await stage.DoAsync(new ConfirmCertificate.Command(admin, id, seen!.Hash));
            }
    }

    // Rules are never dated back: those of before hold from the opening.
    private static DateTimeOffset Later(DateOnly from, DateTimeOffset opening)
        => new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) is var day && day > opening ? day : opening;

    private Task StockAsync(SeededCooperative cooperative, ProductId product, VariantId size, int quantity)
        => stage.DoAsync(new ChangeStock.Command(cooperative.Manager, cooperative.Id, product, size, StockCause.Received, Text(quantity), "Mẻ đầu", 0));

    private static string Tags(DemoProduct told, string language) => told.Tags.TryGetValue(language, out var tags) ? string.Join(", ", tags) : "";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
