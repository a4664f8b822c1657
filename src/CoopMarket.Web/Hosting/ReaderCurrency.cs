using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Hosting;

/// <summary>In which currency a reader wants to see prices.</summary>
internal static class ReaderCurrency
{
    /// <summary>Its name in the query of an address.</summary>
    public const string InAddress = "currency";

    /// <summary>
    /// What the address says, so that a link from elsewhere shows the price that stood there; else her choice; the đồng where neither
    /// names one that the market knows.
    /// </summary>
    public static Currency Of(HttpRequest request, MarketCookies cookies)
        => Currencies.Find(request.Query[InAddress]) ?? Currencies.Find(request.Cookies[cookies.Currency]) ?? Currency.VND;

    /// <summary>Whether the address names one that the market does not know.</summary>
    public static bool IsStrange(HttpRequest request)
        => request.Query.TryGetValue(InAddress, out var named) && Currencies.Find(named) is null;
}
