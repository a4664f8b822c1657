using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>One photo at its cooperative's desk; null where it is not there, or another's.</summary>
internal static class OnePhoto
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, PhotoId Photo) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Photo">The photo.</param>
    /// <param name="Subject">What it shows.</param>
    /// <param name="Place">1 for the cover.</param>
    /// <param name="Of">How many the subject shows.</param>
    internal sealed record View(PhotoView Photo, PhotoSubject Subject, int Place, int Of);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<Photo>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Photo && p.Cooperative == query.Cooperative, cancellationToken) is not { } photo)
                return null;
            var row = await db.Set<Photo>().Where(p => p.SubjectId == photo.SubjectId && p.SubjectKind == photo.SubjectKind && p.RemovedAt == null)
                .OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
            return new(PhotoView.Of(photo), photo.Subject, row.IndexOf(photo.Id) + 1, row.Count);
        }
    }
}
