using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Unit prices in words.</summary>
internal static class Units
{
    /// <summary>«74.000 ₫ / 100 g».</summary>
    public static string PerUnit(this Words words, UnitPrice price) => $"{Show.Dong(price.PriceDong)} / " + price.Kind switch
    {
        NetKind.Mass => $"{price.BaseAmount}\u00a0g",
        NetKind.Volume => $"{price.BaseAmount}\u00a0ml",
        _ => words["storefront.unit.piece"],
    };
}
