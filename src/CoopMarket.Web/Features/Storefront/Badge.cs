using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A certificate as a page shows it.</summary>
/// <param name="Things">The names of the goods that it covers, where the page is not about one of them.</param>
internal sealed record Badge(Seal Paper, IReadOnlyList<LocalizedText> Things)
{
    private const int MostThings = 4;

    /// <summary>On the page of something that it covers.</summary>
    public static IReadOnlyList<Badge> Of(IReadOnlyList<Seal> papers) => [.. papers.Select(p => new Badge(p, []))];

    /// <summary>On the page of a cooperative; what covers nothing on sale is left out.</summary>
    public static IReadOnlyList<Badge> Of(IReadOnlyList<Seal> papers, IReadOnlyDictionary<ProductId, LocalizedText> onSale)
        => [.. papers.Select(p => new Badge(p, [.. p.Products.Where(onSale.ContainsKey).Select(c => onSale[c]).Take(MostThings)])).Where(b => b.Things.Count > 0)];
}
