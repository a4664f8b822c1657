using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What phones and crawlers ask for beside the pages.</summary>
internal static class Manifest
{
    private static readonly string[] Private = ["/account", "/admin", "/cart", "/checkout", "/orders", "/search", "/sell"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/manifest.webmanifest", (Words words, Assets assets) => Results.Json(
            new
            {
                name = words["shared.title"],
                short_name = "CoopMarket",
                lang = Languages.Current,
                start_url = "/",
                display = "minimal-ui",
                background_color = "#faf6ec",
                theme_color = "#faf6ec",
                icons = new[] { new { src = assets["img/icon.svg"], sizes = "any", type = "image/svg+xml" } },
            },
            contentType: "application/manifest+json"));
        routes.MapGet("/sitemap.xml", async (IMediator mediator, MarketSettings market, CancellationToken cancellationToken) => Results.Text(
            Sitemap.Write(await mediator.Send(new Sitemap.Query(Actor.Guest("")), cancellationToken), market.PublicUrl), "application/xml"))
            .CacheOutput(PublicCache.Policy);
        routes.MapGet("/robots.txt", (MarketSettings market) => Results.Text(
            string.Join('\n', ["User-agent: *", .. Languages.All.SelectMany(l => Private.Select(p => $"Disallow: {Languages.Prefix(l)}{p}")), "", $"Sitemap: {market.PublicUrl}/sitemap.xml", ""])));
    }
}
