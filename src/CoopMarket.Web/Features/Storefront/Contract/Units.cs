using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Unit prices in words.</summary>
internal static class Units
{
    private const int CountedTo = 1_000;

    /// <summary>How many there are, where more than a thousand is as good as any: «1.000+».</summary>
    public static string UpTo(int count) => count > CountedTo ? AtLeast(CountedTo) : Show.Number(count);

    /// <summary>How many there are at least: «310+».</summary>
    public static string AtLeast(int count) => Show.Number(Math.Min(count, CountedTo)) + "+";

    /// <summary>«74.000 ₫ / 100 g».</summary>
    public static string PerUnit(this Words words, UnitPrice price) => $"{Show.Dong(price.PriceDong)} / " + price.Kind switch
    {
        NetKind.Mass => $"{price.BaseAmount}\u00a0g",
        NetKind.Volume => $"{price.BaseAmount}\u00a0ml",
        _ => words["storefront.unit.piece"],
    };
}
