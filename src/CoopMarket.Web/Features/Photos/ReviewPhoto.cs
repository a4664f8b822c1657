using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>
/// A photo of a review for admins, whether readers see it or not, as a JPEG: as wide as <see cref="Widest"/> at most, or its
/// master while its variants are still to be made; null where there is none.
/// </summary>
internal static class ReviewPhoto
{
    /// <summary>In pixels: as wide as photos of reviews that stand are shown there.</summary>
    internal const int Widest = 640;

    internal sealed record Query(Actor Actor, PhotoId Photo) : IQuery<byte[]?>, IForAdmin;

    internal sealed class Handler(MarketDb db, IBlobs blobs, PhotoMasters masters) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<Photo>().Where(p => p.Id == query.Photo && p.SubjectKind == PhotoSubjectKind.Review).Select(p => new { p.Hash, p.Width }).FirstOrDefaultAsync(cancellationToken) is not { } photo)
                return null;
            var width = PhotoWidths.Of(photo.Width).Last(w => w <= Widest);
            await using var variant = await blobs.OpenRead(Variants.Key(photo.Hash, width, PhotoFormat.Jpeg), cancellationToken);
            if (variant is null)
                return await masters.ReadAsync(photo.Hash, cancellationToken);
            using var bytes = new MemoryStream();
            await variant.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
    }
}
