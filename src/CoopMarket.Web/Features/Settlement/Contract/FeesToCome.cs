using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>The fees that are to come, as the page of fees promises to tell them: all of them, so that a lower one hides no higher one behind it.</summary>
internal static class FeesToCome
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<View>>, IForAnyone;

    /// <param name="BasisPoints">100 = 1 % of the goods.</param>
    /// <param name="From">UTC.</param>
    internal sealed record View(int BasisPoints, DateTimeOffset From);

    internal sealed class Handler(FeeRules fees, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query query, CancellationToken cancellationToken)
            => [.. (await fees.ComingAsync(time.Now(), cancellationToken)).Select(r => new View(r.BasisPoints, r.From))];
    }
}
