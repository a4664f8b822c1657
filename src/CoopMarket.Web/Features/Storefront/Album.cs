using CoopMarket.Domain.Photos;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Photos of things as pages show them, the cover first.</summary>
/// <param name="photos">By thing.</param>
internal sealed class Album(IReadOnlyDictionary<PhotoSubject, IReadOnlyList<PhotoView>> photos)
{
    /// <summary>Those of one thing; empty where it has none.</summary>
    public IReadOnlyList<PhotoView> this[PhotoSubject thing] => photos.TryGetValue(thing, out var its) ? its : [];
}

/// <summary>Photos that are known already, and the others in one question.</summary>
internal sealed class Albums(Goods goods, FaceReader reader)
{
    /// <summary>Photos of things.</summary>
    public async Task<Album> OfAsync(IEnumerable<PhotoSubject> things, CancellationToken cancellationToken)
    {
        var faces = await reader.NowAsync(cancellationToken);
        Dictionary<PhotoSubject, IReadOnlyList<PhotoView>> photos = [];
        List<PhotoSubject> unknown = [];
        foreach (var thing in things)
            if (faces.Photos.Knows(thing, out var known))
                photos[thing] = known;
            else
                unknown.Add(thing);
        if (unknown.Count == 0)
            return new(photos);

        var read = await goods.PhotosAsync(unknown, cancellationToken);
        foreach (var thing in unknown)
        {
            IReadOnlyList<PhotoView> its = [.. read[thing]];
            photos[thing] = its;
            // One that is not made yet will be in a moment, and nobody says so.
            if (its.All(p => p.IsReady))
                faces.Photos.Keep(thing, its);
        }

        return new(photos);
    }
}
