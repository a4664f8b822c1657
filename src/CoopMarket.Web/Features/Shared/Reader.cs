using System.Globalization;
using System.Security.Claims;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Shared;

/// <summary>What a layout wants to know about the running request.</summary>
internal static class Reader
{
    /// <summary>The path that was asked for, without the language's prefix; also on error pages.</summary>
    public static string Path(HttpContext context)
        => context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path.Value ?? "/";

    /// <summary>The path with its query, to come back to.</summary>
    public static string Place(HttpContext context)
        => Path(context) + (context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? context.Request.QueryString.Value);

    /// <summary>Whether the page looks alike for everybody, so that search engines may keep it.</summary>
    public static bool IsPublic(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is not null;

    /// <summary>Whether her browser may keep the page to open it without a network: pages for everybody, as a guest sees them.</summary>
    public static bool MayBeRead(HttpContext context) => IsPublic(context) && Person(context) is null;

    /// <summary>Whether the reader or her browser asks for less data.</summary>
    public static bool SavesData(HttpContext context)
        => PublicCache.SavesData(context.Request, context.RequestServices.GetRequiredService<MarketCookies>());

    /// <summary>
    /// Whether a sentence waits for her; asked before TempData is touched, so that pages without one set no cookie.
    /// </summary>
    public static bool HasNotice(HttpContext context)
        => context.Request.Cookies.ContainsKey(context.RequestServices.GetRequiredService<MarketCookies>().Notice);

    /// <summary>Who is signed in; null for guests.</summary>
    public static PersonId? Person(HttpContext context)
        => context.User.Identity is { IsAuthenticated: true } && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new PersonId(id) : null;

    /// <summary>The claim that says when she last proved who she is; never in her cookie, but read from her session at each request.</summary>
    public const string ProvedClaim = "proved";

    /// <summary>UTC; null where nobody was asked.</summary>
    public static DateTimeOffset? ProvedAt(ClaimsPrincipal user)
        => long.TryParse(user.FindFirstValue(ProvedClaim), CultureInfo.InvariantCulture, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>How many pieces lie in her basket; 0 where something broke, so that the page that says so needs no database.</summary>
    public static async Task<int> BasketAsync(HttpContext context)
    {
        if (context.Features.Get<IExceptionHandlerFeature>() is not null)
            return 0;
        var services = context.RequestServices;
        var key = context.Request.Cookies[services.GetRequiredService<MarketCookies>().Basket];
        return await services.GetRequiredService<BasketCount>().OfAsync(Person(context), key, context.RequestAborted);
    }

    /// <summary>A path of the market as it was given, the home page where it is anything else (trust in no returnUrl).</summary>
    public static string Local(string? path)
        => path is { Length: > 0 and <= 2_000 } && path[0] == '/' && !path.Contains('\\') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : "/";
}
