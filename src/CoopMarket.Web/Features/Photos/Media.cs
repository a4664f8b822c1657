using System.Globalization;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CoopMarket.Web.Features.Photos;

/// <summary>
/// <c>GET /media/{hash}/{width}.{avif,webp,jpg}</c>, and <c>{width}-light</c> for readers who save data, <c>poster.webp</c> in a film's place: variants, which never change. One that is missing although its photo is known
/// (a restored backup, a photo still waiting for its turn) is made while the reader waits, once however many ask. What is <see cref="Withheld"/> is not there.
/// </summary>
internal static class Media
{
    private const int HashLength = 32;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/media/{hash}/{file}", [HttpMethods.Get, HttpMethods.Head], GetAsync);

    private static async Task<IResult> GetAsync(string hash, string file, HttpContext context, IBlobs blobs, Variants variants, Withheld withheld, CancellationToken cancellationToken)
    {
        var isPoster = file == Variants.PosterFile && IsHash(hash);
        if ((isPoster ? (0, PhotoFormat.WebP, false) : Read(hash, file)) is not (var width, var format, var isLight) || await withheld.HasAsync(hash, cancellationToken))
            return Results.NotFound();
        var tag = new EntityTagHeaderValue($"\"{hash}-{file}\"");
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Any(k => k.Compare(tag, useStrongComparison: false)))
        {
            Keep(context.Response, tag);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var key = isPoster ? Variants.PosterKey(hash) : Variants.Key(hash, width, format, isLight);
        var variant = await blobs.OpenRead(key, cancellationToken);
        if (variant is null && await BelongsAsync(hash, width, context.RequestServices, cancellationToken)
            && await (isPoster ? variants.EnsurePosterAsync(hash, cancellationToken) : variants.EnsureAsync(hash, width, format, cancellationToken, isLight)))
            variant = await blobs.OpenRead(key, cancellationToken);
        if (variant is null)
            return Results.NotFound();
        Keep(context.Response, tag);
        return Results.Stream(variant, Variants.ContentType(format), entityTag: tag, enableRangeProcessing: variant.CanSeek);
    }

    private static void Keep(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ETag = tag.ToString();
    }

    // Only the address that pages write: no leading zero, no capital, no width but those that are made.
    private static (int Width, PhotoFormat Format, bool IsLight)? Read(string hash, string file)
    {
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        if (!IsHash(hash) || dot < 1)
            return null;
        var isLight = file.AsSpan(0, dot).EndsWith(Variants.LightMark, StringComparison.Ordinal);
        var number = isLight ? dot - Variants.LightMark.Length : dot;
        var width = PhotoWidths.All.FirstOrDefault(w => (!isLight || w <= PhotoWidths.Light) && file.AsSpan(0, number).SequenceEqual(w.ToString(CultureInfo.InvariantCulture)));
        PhotoFormat? format = file[(dot + 1)..] switch { "avif" => PhotoFormat.Avif, "webp" => PhotoFormat.WebP, "jpg" => PhotoFormat.Jpeg, _ => null };
        return width > 0 && format is { } known ? (width, known, isLight) : null;
    }

    private static bool IsHash(string hash) => hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower);

    private static async Task<bool> BelongsAsync(string hash, int width, IServiceProvider services, CancellationToken cancellationToken)
    {
        var photo = await services.GetRequiredService<MarketDb>().Set<Photo>().Where(p => p.Hash == hash && !PhotoSubject.Private.Contains(p.SubjectKind)).Select(p => (int?)p.Width).FirstOrDefaultAsync(cancellationToken);
        return photo is { } masterWidth && (width == 0 || PhotoWidths.Of(masterWidth).Contains(width));
    }
}
