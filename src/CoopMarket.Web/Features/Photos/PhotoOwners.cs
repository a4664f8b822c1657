using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Stories.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Whose the thing is that a photo shows, and whether it has room for one more.</summary>
internal sealed class PhotoOwners(MarketDb db, ProductOwners products, StoryOwners stories, Makers makers, LotOwners lots)
{
    /// <summary>Null where a cooperative may add a photo; else the refusal.</summary>
    public async Task<Refusal?> RoomAsync(CooperativeId cooperative, PhotoSubject subject, CancellationToken cancellationToken)
    {
        if (!await OwnsAsync(cooperative, subject, cancellationToken))
            return new NotFound();
        var photos = db.Set<Photo>().Where(p => p.RemovedAt == null);
        if (await photos.CountAsync(p => p.SubjectId == subject.Id && p.SubjectKind == subject.Kind, cancellationToken) >= Photo.MostOf(subject.Kind))
            return new TooManyPhotos(Photo.MostOf(subject.Kind));
        return await photos.CountAsync(p => p.Cooperative == cooperative, cancellationToken) >= Photo.MostOfCooperative ? new PhotoQuotaReached() : null;
    }

    /// <summary>Whether the subject is the cooperative's.</summary>
    public async Task<bool> OwnsAsync(CooperativeId cooperative, PhotoSubject subject, CancellationToken cancellationToken) => subject.Kind switch
    {
        PhotoSubjectKind.Product => await products.OwnsAsync(cooperative, new(subject.Id), cancellationToken),
        PhotoSubjectKind.Story => await stories.OwnsAsync(cooperative, new(subject.Id), cancellationToken),
        PhotoSubjectKind.Maker => (await makers.OneAsync(new(subject.Id), cancellationToken))?.Cooperative == cooperative,
        PhotoSubjectKind.Lot => await lots.OwnsAsync(cooperative, new(subject.Id), cancellationToken),
        PhotoSubjectKind.Cooperative => subject.Id == cooperative.Value,
        _ => false,
    };
}
