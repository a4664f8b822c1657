using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>The secrets of the orders that this reader may open, in her cookie: the latest dozen.</summary>
internal static class OrderCookie
{
    private const int Most = 12;
    private const int LongestSecret = 40;
    private const char Between = '~';
    private const char Inside = '.';

    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>The secret of one order; null where this reader has none.</summary>
    public static string? SecretOf(HttpContext context, string code)
        => PublicCode.TryParse(code, out var read) ? All(context).Where(kept => kept.Code == read.Value).Select(kept => kept.Secret).FirstOrDefault() : null;

    /// <summary>Keeps the secret of an order in front of the others.</summary>
    public static void Keep(HttpContext context, string code, string secret)
    {
        var cookies = context.RequestServices.GetRequiredService<MarketCookies>();
        var kept = All(context).Where(k => k.Code != code).Prepend((Code: code, Secret: secret)).Take(Most).Select(k => $"{k.Code}{Inside}{k.Secret}");
        context.Response.Cookies.Append(cookies.Orders, string.Join(Between, kept), cookies.Options(Kept));
    }

    private static IEnumerable<(string Code, string Secret)> All(HttpContext context)
        => (context.Request.Cookies[context.RequestServices.GetRequiredService<MarketCookies>().Orders] ?? "").Split(Between)
            .Select(pair => pair.Split(Inside)).Where(pair => pair is [_, { Length: > 0 and <= LongestSecret }]).Select(pair => (pair[0], pair[1]));
}
