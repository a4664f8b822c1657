using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Hosting;

/// <summary>In which currency a reader wants to see prices.</summary>
internal static class ReaderCurrency
{
    /// <summary>Her choice; the đồng where she made none, or none that the market knows.</summary>
    public static Currency Of(HttpRequest request, MarketCookies cookies) => Currencies.Find(request.Cookies[cookies.Currency]) ?? Currency.VND;
}
