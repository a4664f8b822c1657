using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What phones and crawlers ask for beside the pages.</summary>
internal static class Manifest
{
    private const int LongestPlace = 300;
    private const int PixelsOfModule = 8;

    /// <summary>Below these nothing is for everybody.</summary>
    public static IReadOnlyList<string> Private { get; } = ["/account", "/admin", "/cart", "/checkout", "/orders", "/search", "/sell"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/manifest.webmanifest", (Words words, Assets assets) => Results.Json(
            new
            {
                name = words["shared.title"],
                short_name = "CoopMarket",
                lang = Languages.Current,
                id = "/",
                start_url = Languages.Prefix(Languages.Current) is { Length: > 0 } prefix ? prefix : "/",
                scope = "/",
                display = "minimal-ui",
                background_color = "#faf6ec",
                theme_color = "#faf6ec",
                icons = new[]
                {
                    new { src = assets["img/icon.svg"], sizes = "any", type = "image/svg+xml", purpose = "any" },
                    new { src = assets["img/icon-192.png"], sizes = "192x192", type = "image/png", purpose = "any maskable" },
                    new { src = assets["img/icon-512.png"], sizes = "512x512", type = "image/png", purpose = "any maskable" },
                },
            },
            contentType: "application/manifest+json"));
        routes.MapGet("/sitemap.xml", async (IMediator mediator, MarketSettings market, CancellationToken cancellationToken) => Results.Text(
            Sitemap.WriteIndex(await mediator.Send(new Sitemap.Index(Actor.Guest("")), cancellationToken), market), "application/xml"))
            .WithMetadata(new OutputCacheAttribute { PolicyName = PublicCache.Policy });
        routes.MapGet("/sitemaps/{part}.xml", async (string part, IMediator mediator, MarketSettings market, CancellationToken cancellationToken) =>
            await mediator.Send(new Sitemap.Part(Actor.Guest(""), part), cancellationToken) is { Count: > 0 } entries
                ? Results.Text(Sitemap.WritePart(entries, market), "application/xml")
                : Results.NotFound())
            .WithMetadata(new OutputCacheAttribute { PolicyName = PublicCache.Policy });
        routes.MapGet("/qr.svg", (string? of, HttpContext context, MarketSettings market) => Qr(of, context, market));
        routes.MapGet("/robots.txt", (MarketSettings market) => Results.Text(
            string.Join('\n', ["User-agent: *", .. Languages.All.SelectMany(l => Private.Select(p => $"Disallow: {Languages.Prefix(l)}{p}")), "", $"Sitemap: {market.PublicUrl}/sitemap.xml", ""])));
    }

    // Only the market's own pages; a scanner's camera wants dark on white, whatever the reader's scheme.
    private static IResult Qr(string? of, HttpContext context, MarketSettings market)
    {
        if (of is null || of.Length > LongestPlace || Reader.Local(of) != of)
            return Results.NotFound();
        var picture = QrPicture.Of(market.InFull(Languages.Current, of));
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {picture.Side} {picture.Side}\" width=\"{picture.Side * PixelsOfModule}\" height=\"{picture.Side * PixelsOfModule}\" shape-rendering=\"crispEdges\">"
            + $"<path fill=\"#fff\" d=\"M0 0h{picture.Side}v{picture.Side}H0z\"/><path d=\"{picture.Path}\"/></svg>",
            "image/svg+xml");
    }
}
