using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>The photos of one thing at its cooperative's desk.</summary>
internal static class SubjectPhotos
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, PhotoSubject Subject) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Shown">The cover first.</param>
    /// <param name="Removed">Those that can still be put back, the last removed first.</param>
    /// <param name="BeingSetUp">The name of the product whose second step this is; null where it is none.</param>
    /// <param name="Most">How many it may show.</param>
    internal sealed record View(IReadOnlyList<PhotoView> Shown, IReadOnlyList<PhotoView> Removed, LocalizedText? BeingSetUp, int Most)
    {
        public int Left => Most - Shown.Count;
    }

    internal sealed class Handler(MarketDb db, PhotoOwners owners, ProductOwners products) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!await owners.OwnsAsync(query.Cooperative, query.Subject, cancellationToken))
                return null;
            var all = await db.Set<Photo>().AsNoTracking().Where(p => p.SubjectId == query.Subject.Id && p.SubjectKind == query.Subject.Kind)
                .OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
            return new(
                [.. all.Where(p => p.RemovedAt is null).Select(PhotoView.Of)],
                [.. all.Where(p => p.RemovedAt is not null).OrderByDescending(p => p.RemovedAt).Select(PhotoView.Of)],
                query.Subject.Kind == PhotoSubjectKind.Product ? await products.BeingSetUpAsync(new(query.Subject.Id), cancellationToken) : null, Photo.MostOf(query.Subject.Kind));
        }
    }
}
