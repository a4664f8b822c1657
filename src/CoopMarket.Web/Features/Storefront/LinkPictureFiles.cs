using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// <c>GET /previews/{thing}/{hash}.jpg</c>: pictures for links, drawn when they are first asked for, once however many ask, and kept.
/// One that is no longer true is not shown any more: its address leads to the present one, or to nothing.
/// </summary>
internal sealed class LinkPictureFiles(IBlobs blobs, PhotoWorks works, PhotoMasters masters) : IDisposable
{
    // A master waits for its turn in memory: few may.
    private readonly SharedWork<bool> _drawing = new(atOnce: 2);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/previews/{thing}/{file}", [HttpMethods.Get, HttpMethods.Head], GetAsync);

    /// <summary>Draws a picture if it is missing; false where its photo's master is.</summary>
    /// <exception cref="InvalidDataException">The master is damaged.</exception>
    public async Task<bool> EnsureAsync(LinkPicture picture, CancellationToken cancellationToken)
    {
        var key = picture.Key;
        if (await blobs.Exists(key, cancellationToken))
            return true;
        return await _drawing.OfAsync(key, () => DrawAsync(picture), cancellationToken);
    }

    public void Dispose() => _drawing.Dispose();

    private static async Task<IResult> GetAsync(string thing, string file, HttpContext context, IMediator mediator, IBlobs blobs, LinkPictureFiles files, CancellationToken cancellationToken)
    {
        if (Read(thing) is not (var kind, var id) || await mediator.Send(new LinkPictures.Query(Actor.Guest(""), kind, [id]), cancellationToken) is not [var picture])
            return Results.NotFound();
        if (file != picture.Hash + ".jpg")
            return Results.Redirect(picture.Path);
        if (!await files.EnsureAsync(picture, cancellationToken) || await blobs.OpenRead(picture.Key, cancellationToken) is not { } drawn)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        // Made to be shown elsewhere.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Stream(drawn, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{picture.Hash}\""));
    }

    private static (LinkedKind Kind, Guid Id)? Read(string thing)
    {
        if (thing.Length != 34 || !Guid.TryParseExact(thing.AsSpan(2), "N", out var id))
            return null;
        foreach (var kind in Enum.GetValues<LinkedKind>())
            if (LinkPicture.FolderOf(kind, id) == $"{LinkPicture.Folder}{thing}/")
                return (kind, id);
        return null;
    }

    private async Task<bool> DrawAsync(LinkPicture picture)
    {
        if (await blobs.Exists(picture.Key, CancellationToken.None))
            return true;
        if (await masters.ReadAsync(picture.Photo, CancellationToken.None) is not { } master)
            return false;
        var band = WovenBand.Threads(picture.Seller.Band, picture.Seller.BandTurn);
        LinkDrawing drawing = new(picture.Title.Vi, picture.Below.Vi, band.Width, BandThreads.Height, band.Rgb);
        using var made = new MemoryStream(await works.Draw(master, drawing, CancellationToken.None));
        await blobs.Put(picture.Key, made, "image/jpeg", CancellationToken.None);
        return true;
    }
}
