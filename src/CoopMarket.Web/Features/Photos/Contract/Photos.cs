using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos.Contract;

/// <summary>The photos of things, for pages and for rules about them.</summary>
internal sealed class Photos(MarketDb db)
{
    /// <summary>The photos of each subject, the cover first; a subject without photos has none.</summary>
    public async Task<ILookup<PhotoSubject, PhotoView>> OfAsync(IEnumerable<PhotoSubject> subjects, CancellationToken cancellationToken)
    {
        var asked = subjects.ToHashSet();
        var ids = asked.Select(s => s.Id).ToList();
        var found = await db.Set<Photo>().AsNoTracking().Where(p => ids.Contains(p.SubjectId) && p.RemovedAt == null)
            .OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return found.Where(p => asked.Contains(p.Subject)).ToLookup(p => p.Subject, PhotoView.Of);
    }

    /// <summary>The photos of one subject, the cover first.</summary>
    public async Task<IReadOnlyList<PhotoView>> OfAsync(PhotoSubject subject, CancellationToken cancellationToken)
        => [.. (await OfAsync([subject], cancellationToken))[subject]];

    /// <summary>How many photos a subject shows.</summary>
    public Task<int> CountAsync(PhotoSubject subject, CancellationToken cancellationToken)
        => db.Set<Photo>().CountAsync(p => p.SubjectId == subject.Id && p.SubjectKind == subject.Kind && p.RemovedAt == null, cancellationToken);
}

/// <summary>A photo as pages show it: <c>&lt;photo of="…" /&gt;</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Hash">Its part of the address <c>/media/{hash}/{width}.{format}</c>.</param>
/// <param name="Width">Pixels of what is kept.</param>
/// <param name="Height">Pixels of what is kept.</param>
/// <param name="Colors">What stands in its place until it is ready.</param>
/// <param name="IsReady">Whether all its variants stand.</param>
/// <param name="Alt">What is to be seen; may be empty.</param>
/// <param name="Spot">What must stay to be seen where it is cut.</param>
/// <param name="Weights">How heavy its AVIF files are; empty where nobody knows.</param>
public sealed record PhotoView(PhotoId Id, string Hash, int Width, int Height, string Colors, bool IsReady, LocalizedText Alt, Focus Spot, string Weights)
{
    /// <summary>Shows a row that a page read by itself.</summary>
    public static PhotoView Of(Photo photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        return new(photo.Id, photo.Hash, photo.Width, photo.Height, photo.Colors, photo.State == PhotoState.Ready, photo.Alt, photo.Spot, photo.Weights);
    }

    /// <summary>The path of its one file for the place of a film: sixteen to nine, at most <see cref="PhotoWorks.MostOfPoster"/> bytes.</summary>
    public string Poster => "/" + Variants.PosterKey(Hash);

    /// <summary>The path of its widest JPEG up to a width, for those who can't choose by themselves.</summary>
    public string Jpeg(int most) => "/" + Variants.Key(Hash, PhotoWidths.Of(Width).LastOrDefault(w => w <= most, PhotoWidths.All[0]), PhotoFormat.Jpeg);
}
