using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Holds a link's secret for the few minutes until the form behind it is sent, so that it stands in no address, history or log.
/// </summary>
internal static class LinkCookie
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(30);

    public static void KeepLink(this MarketPage page, string token)
        => page.Response.Cookies.Append(Cookies(page).Name("link"), token, Cookies(page).Options(Keep));

    /// <summary>Null where there is none.</summary>
    public static string? KeptLink(this MarketPage page) => page.Request.Cookies[Cookies(page).Name("link")];

    public static void ForgetLink(this MarketPage page) => page.Response.Cookies.Delete(Cookies(page).Name("link"), Cookies(page).Options());

    private static MarketCookies Cookies(MarketPage page) => page.HttpContext.RequestServices.GetRequiredService<MarketCookies>();
}
