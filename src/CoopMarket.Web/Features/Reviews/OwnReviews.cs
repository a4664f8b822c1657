using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>What buyers say of a cooperative's goods, the newest first. What was hidden or taken back is not among it.</summary>
internal static class OwnReviews
{
    internal const int PageSize = 20;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, int Page = 1) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="HasMore">Whether there is a next page.</param>
    internal sealed record View(IReadOnlyList<Line> Reviews, bool HasMore);

    /// <param name="Name">What its writer is called; may be empty.</param>
    /// <param name="Language">In which it is written.</param>
    /// <param name="Answer">Empty where there is none.</param>
    internal sealed record Line(
        ReviewId Id, LocalizedText Product, int Stars, string Words, string Language, string Name, DateTimeOffset WrittenAt, string Answer, DateTimeOffset? AnsweredAt, LocalizedText Translations,
        IReadOnlyList<PhotoView> Photos);

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var reviews = await db.Set<Review>().AsNoTracking().Where(r => r.Cooperative == query.Cooperative && r.State == ReviewState.Shown)
                .OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var pictures = await photos.OfAsync(reviews.Select(r => PhotoSubject.Of(r.Id)), cancellationToken);
            return new(
                [.. reviews.Take(PageSize).Select(r => new Line(
                    r.Id, r.ProductName, r.Stars, r.Words, r.Language, r.Name, r.WrittenAt, r.Answer, r.AnsweredAt, r.Translations, [.. pictures[r.Id]]))],
                reviews.Count > PageSize);
        }
    }
}
