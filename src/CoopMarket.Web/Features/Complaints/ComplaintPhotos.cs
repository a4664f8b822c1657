using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>The photos beside a complaint for one of its readers, drawn by <c>_Photos</c>.</summary>
/// <param name="Address">Of a photo, up to its id.</param>
internal sealed record ComplaintPhotos(IReadOnlyList<MessagePhoto> Photos, string Address);

/// <summary>What was said of a complaint for one of its two sides, drawn by <c>_Trail</c>; the photos stand with the words that they came with.</summary>
internal sealed record ComplaintTrail(IReadOnlyList<YourComplaint.Step> Steps, ComplaintPhotos Photos);

/// <summary>A photo for whoever complained, as a JPEG; null where there is none.</summary>
internal static class YourComplaintPhoto
{
    internal sealed record Query(Actor Actor, string Code, string? Secret, PhotoId Photo, bool Small) : IQuery<byte[]?>, IForAnyone;

    internal sealed class Handler(ComplaintFile file, MessagePhotos photos) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
            => await photos.OfComplaintAsync(await file.OfHolderAsync(query.Code, query.Secret, cancellationToken), query.Photo, query.Small, cancellationToken);
    }
}

/// <summary>The same for the cooperative that is the other side.</summary>
internal static class OwnComplaintPhoto
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ComplaintId Complaint, PhotoId Photo, bool Small) : IQuery<byte[]?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public bool AlsoSuspended => true;
    }

    internal sealed class Handler(ComplaintFile file, MessagePhotos photos) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
            => await photos.OfComplaintAsync(await file.OfCooperativeAsync(query.Cooperative, query.Complaint, cancellationToken), query.Photo, query.Small, cancellationToken);
    }
}

/// <summary>The same for an admin.</summary>
internal static class JudgedComplaintPhoto
{
    internal sealed record Query(Actor Actor, ComplaintId Complaint, PhotoId Photo, bool Small) : IQuery<byte[]?>, IForAdmin;

    internal sealed class Handler(ComplaintFile file, MessagePhotos photos) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
            => await photos.OfComplaintAsync(await file.OneAsync(query.Complaint, cancellationToken), query.Photo, query.Small, cancellationToken);
    }
}

/// <summary>Finds a photo beside a complaint that its reader may see.</summary>
internal static class ComplaintPhotoReading
{
    public static async Task<byte[]?> OfComplaintAsync(this MessagePhotos photos, Complaint? complaint, PhotoId photo, bool small, CancellationToken cancellationToken)
        => complaint is not null && await photos.BesideAsync(photo, cancellationToken) == PhotoSubject.Of(complaint.Id) ? await photos.ReadAsync(photo, small, cancellationToken) : null;
}
