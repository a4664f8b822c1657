using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Products with their sizes and stock, for the copy of a cooperative.</summary>
internal sealed class DataOfCatalog(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Products, typeof(Product), Mine(cooperative).OrderBy(p => p.StartedAt).Select(p => new
            {
                Product = p,
                Category = reads.Of<CategoryEntry>().Where(e => e.Category == p.Category).OrderByDescending(e => e.From).Select(e => e.Name).FirstOrDefault(),
            }).AsAsyncEnumerable(), ["category", "name", "line", "description", "use", "otherNames", "ingredients"],
            ("id", p => p.Product.Id), ("slug", p => p.Product.Slug), ("state", p => p.Product.State), ("withdrawnBy", p => p.Product.WithdrawnBy),
            ("category", p => p.Category), ("name", p => p.Product.Name), ("line", p => p.Product.Line), ("description", p => p.Product.Description),
            ("use", p => p.Product.Use), ("otherNames", p => p.Product.OtherNames), ("ingredients", p => p.Product.Ingredients), ("allergens", p => p.Product.AllergenBits is { } bits ? Contained(bits) : null), ("village", p => p.Product.Village),
            ("communeCode", p => p.Product.CommuneCode), ("maker", p => p.Product.Maker), ("seasonMonths", p => Months(p.Product.SeasonBits)),
            ("madeToOrderDays", p => p.Product.MadeToOrderDays), ("vatClass", p => p.Product.Vat), ("adminNote", p => p.Product.AdminNote),
            ("startedAt", p => p.Product.StartedAt), ("submittedAt", p => p.Product.SubmittedAt), ("firstLiveAt", p => p.Product.FirstLiveAt)),
        DataSheet.Of(
            DataKind.Sizes, typeof(Variant), (from v in Sizes(cooperative)
             join p in Mine(cooperative) on v.Product equals p.Id
             orderby v.Product, v.Position, v.Id
             select new { Size = v, Product = p.Name }).AsAsyncEnumerable(), ["productName", "name"],
            ("id", v => v.Size.Id), ("product", v => v.Size.Product), ("productName", v => v.Product), ("position", v => v.Size.Position), ("name", v => v.Size.Name), ("kind", v => v.Size.Kind),
            ("netAmount", v => v.Size.NetAmount), ("price", v => v.Size.Price), ("onHand", v => v.Size.OnHand), ("parcelGrams", v => v.Size.ParcelGrams),
            ("lengthMm", v => v.Size.LengthMm), ("widthMm", v => v.Size.WidthMm), ("heightMm", v => v.Size.HeightMm), ("gtin", v => v.Size.Gtin), ("isOffered", v => v.Size.IsOffered)),
        DataSheet.Of(
            DataKind.StockMoves, typeof(StockMove), (from m in reads.Of<StockMove>()
             join v in Sizes(cooperative) on m.Variant equals v.Id
             join p in Mine(cooperative) on v.Product equals p.Id
             orderby m.At, m.Id
             select new { Move = m, Product = p.Name, Size = v.Name }).AsAsyncEnumerable(), ["productName", "sizeName"],
            ("id", m => m.Move.Id), ("size", m => m.Move.Variant), ("productName", m => m.Product), ("sizeName", m => m.Size), ("cause", m => m.Move.Cause), ("change", m => m.Move.Change), ("reason", m => m.Move.Reason), ("at", m => m.Move.At)),
        DataSheet.Of(
            DataKind.SoldAhead, typeof(AheadSale), reads.Of<AheadSale>().Where(a => Mine(cooperative).Any(p => p.Id == a.Product)).OrderBy(a => a.OpenedAt).AsAsyncEnumerable(), [],
            ("id", a => a.Id), ("product", a => a.Product), ("size", a => a.Variant), ("sendFrom", a => a.From), ("sendTo", a => a.To),
            ("orderUntil", a => a.Until), ("quota", a => a.Quota), ("sold", a => a.Sold), ("aside", a => a.Aside), ("openedAt", a => a.OpenedAt),
            ("endedAt", a => a.EndedAt)),
        DataSheet.Of(
            DataKind.ProductEdits, typeof(ProductEdit), reads.Of<ProductEdit>().Where(e => e.Cooperative == cooperative).OrderBy(e => e.At).AsAsyncEnumerable(), [],
            ("id", e => e.Id), ("product", e => e.Product), ("at", e => e.At), ("changes", e => e.Changes.Select(c => $"{c.Field} {c.Label}: {c.Before} → {c.After}")),
            ("seenAt", e => e.SeenAt)),
        DataSheet.Of(
            DataKind.HeldTexts, typeof(HeldTexts), reads.Of<HeldTexts>().Where(h => h.Cooperative == cooperative).OrderBy(h => h.At).AsAsyncEnumerable(), ["name", "line", "description", "use", "otherNames", "ingredients"],
            ("product", h => h.Product), ("name", h => h.Name), ("line", h => h.Line), ("description", h => h.Description), ("use", h => h.Use),
            ("otherNames", h => h.OtherNames), ("ingredients", h => h.Ingredients), ("words", h => h.Words), ("at", h => h.At), ("adminNote", h => h.AdminNote)),
    ];

    private static IEnumerable<string> Months(int bits)
        => Enumerable.Range(0, 12).Where(m => (bits & (1 << m)) != 0).Select(m => (m + 1).ToString(CultureInfo.InvariantCulture));

    // That she said there are none is told apart from nothing said.
    private static IEnumerable<string> Contained(int bits) => bits == 0 ? ["none"] : Allergens.Of(bits).Select(a => a.ToString());

    private IQueryable<Product> Mine(CooperativeId cooperative) => reads.Of<Product>().Where(p => p.Cooperative == cooperative);

    private IQueryable<Variant> Sizes(CooperativeId cooperative) => reads.Of<Variant>().Where(v => Mine(cooperative).Any(p => p.Id == v.Product));
}
