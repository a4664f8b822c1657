using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>A photo of a review for admins, whether readers see it or not: its master, a JPEG; null where there is none.</summary>
internal static class ReviewPhoto
{
    internal sealed record Query(Actor Actor, PhotoId Photo) : IQuery<byte[]?>, IForAdmin;

    internal sealed class Handler(MarketDb db, PhotoMasters masters) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
            => await db.Set<Photo>().Where(p => p.Id == query.Photo && p.SubjectKind == PhotoSubjectKind.Review).Select(p => p.Hash).FirstOrDefaultAsync(cancellationToken) is { } hash
                ? await masters.ReadAsync(hash, cancellationToken)
                : null;
    }
}
