using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>The fee that is to come, as the page of fees promises to tell it.</summary>
internal static class FeeToCome
{
    internal sealed record Query(Actor Actor) : IQuery<View?>, IForAnyone;

    /// <param name="BasisPoints">100 = 1 % of the goods.</param>
    /// <param name="From">UTC.</param>
    internal sealed record View(int BasisPoints, DateTimeOffset From);

    internal sealed class Handler(FeeRules fees, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await fees.NextAsync(time.Now(), cancellationToken) is { } rule ? new(rule.BasisPoints, rule.From) : null;
    }
}
