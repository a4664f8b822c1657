using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>For admins: all reviews with their trails; what was reported stands before the rest, which begins with the newest.</summary>
internal static class AdminReviews
{
    internal const int PageSize = 25;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="HasMore">Whether there is a next page.</param>
    /// <param name="Names">Who did what, by the ids in the trails.</param>
    internal sealed record View(IReadOnlyList<Line> Reviews, bool HasMore, IReadOnlyDictionary<string, string> Names);

    internal sealed record Line(
        ReviewId Id, LocalizedText Product, LocalizedText Cooperative, ReviewState State, int Stars, string Words, string Language, string Name, string Answer, int OpenReports, DateTimeOffset WrittenAt,
        IReadOnlyList<Move> Trail, IReadOnlyList<PhotoView> Photos);

    /// <param name="By">The id of a person, the name of a job, or «guest».</param>
    internal sealed record Move(ReviewMoveKind Kind, string By, int Stars, string Words, ReportReason? Reason, DateTimeOffset At);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives, People people, Photos.Contract.Photos photos) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var reviews = await db.Set<Review>().AsNoTracking().Include(r => r.Moves).AsSplitQuery()
                .OrderByDescending(r => r.OpenReports).ThenByDescending(r => r.WrittenAt).ThenBy(r => r.Id).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var whose = await cooperatives.ManyAsync(reviews.Select(r => r.Cooperative), cancellationToken);
            var pictures = await photos.OfAsync(reviews.Select(r => PhotoSubject.Of(r.Id)), cancellationToken);
            return new(
                [.. reviews.Take(PageSize).Select(r => new Line(
                    r.Id, r.ProductName, whose.GetValueOrDefault(r.Cooperative)?.Name ?? LocalizedText.Empty, r.State, r.Stars, r.Words, r.Language, r.Name, r.Answer, r.OpenReports, r.WrittenAt,
                    [.. r.Moves.OrderBy(m => m.Number).Select(m => new Move(m.Kind, m.By, m.Stars, m.Words, m.Reason, m.At))], [.. pictures[r.Id]]))],
                reviews.Count > PageSize, await people.NamesAsync(reviews.SelectMany(r => r.Moves).Select(m => m.By), cancellationToken));
        }
    }
}
