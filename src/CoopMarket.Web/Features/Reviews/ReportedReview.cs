using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>The review that somebody wants the market to look at.</summary>
internal static class ReportedReview
{
    internal sealed record Query(Actor Actor, ReviewId Review) : IQuery<View?>, IForAnyone;

    /// <param name="Name">What its writer is called; may be empty.</param>
    internal sealed record View(LocalizedText Product, int Stars, string Words, string Language, string Name);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => db.Set<Review>().Where(r => r.Id == query.Review && r.State == ReviewState.Shown)
                .Select(r => (View?)new View(r.ProductName, r.Stars, r.Words, r.Language, r.Name)).FirstOrDefaultAsync(cancellationToken);
    }
}
