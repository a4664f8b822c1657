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
        IReadOnlyList<PhotoView> Photos)
    {
        /// <summary>What came of it where somebody contested or reported it; null where nobody did, or nobody has looked at it yet.</summary>
        public Judgement? Judged { get; init; }

        /// <summary>Since when the cooperative waits for an admin to look at it, UTC; null where it doesn't.</summary>
        public DateTimeOffset? ContestedAt { get; init; }
    }

    /// <summary>An admin let it stand.</summary>
    /// <param name="Words">Her reason.</param>
    internal sealed record Judgement(DateTimeOffset At, string Words);

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var reviews = await db.Set<Review>().AsNoTracking().Include(r => r.Moves).AsSplitQuery().Where(r => r.Cooperative == query.Cooperative && r.State == ReviewState.Shown)
                .OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var pictures = await photos.OfAsync(reviews.Select(r => PhotoSubject.Of(r.Id)), cancellationToken);
            return new(
                [.. reviews.Take(PageSize).Select(r => new Line(
                    r.Id, r.ProductName, r.Stars, r.Words, r.Language, r.Name, r.WrittenAt, r.Answer, r.AnsweredAt, r.Translations, [.. pictures[r.Id]])
                {
                    Judged = Last(r, ReviewMoveKind.Kept) is { } kept ? new(kept.At, kept.Words) : null,
                    ContestedAt = Last(r, ReviewMoveKind.Contested) is { } contested && contested.Number > (Last(r, ReviewMoveKind.Kept)?.Number ?? 0) ? contested.At : null,
                })],
                reviews.Count > PageSize);
        }

        private static ReviewMove? Last(Review review, ReviewMoveKind kind) => review.Moves.Where(m => m.Kind == kind).MaxBy(m => m.Number);
    }
}
