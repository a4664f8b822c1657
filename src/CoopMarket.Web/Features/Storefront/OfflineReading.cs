using System.Text;
using System.Text.Json;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// The service worker (W3C Service Workers), at the root so that it sees every page. It begins with what the release is called: a new one is
/// another file, which browsers ask for at each visit, and takes the old one's place at once.
/// </summary>
internal static class OfflineReading
{
    /// <summary>Where a browser is led that has no network and no kept page.</summary>
    public const string Address = "/offline";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sw.js", (HttpContext context, Assets assets) =>
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Text(Write(assets), "text/javascript", Encoding.UTF8);
    });

    /// <summary>The script, with what it has to know before it.</summary>
    public static string Write(Assets assets)
    {
        var known = JsonSerializer.Serialize(new
        {
            release = $"{typeof(OfflineReading).Module.ModuleVersionId:N}"[..10] + assets.Version,
            languages = Languages.All.Select(Languages.Prefix),
            offline = Address,
            files = new[] { assets["shop.css"], assets["js/offline.js"], assets["img/icon.svg"] },
            own = Manifest.Private.Where(p => p != "/search"),
        });
        return $"const market = {known};\n{Encoding.UTF8.GetString(assets.Read("js/worker.js").Span)}";
    }
}
