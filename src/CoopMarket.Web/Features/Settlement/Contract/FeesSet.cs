using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>Which fees were set, as the page of fees promises to tell them: the one in force, and all that are to come, so that a lower one hides no higher one behind it.</summary>
internal static class FeesSet
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForAnyone;

    /// <param name="InForce">Null where it is what the market began with, as its texts say.</param>
    /// <param name="ToCome">The next one first.</param>
    internal sealed record View(Fee? InForce, IReadOnlyList<Fee> ToCome);

    /// <param name="BasisPoints">100 = 1 % of the goods.</param>
    /// <param name="From">UTC.</param>
    internal sealed record Fee(int BasisPoints, DateTimeOffset From);

    internal sealed class Handler(FeeRules fees, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            return new(
                await fees.InForceAsync(now, cancellationToken) is { BasisPoints: not FeeRule.Usual } other ? Of(other) : null,
                [.. (await fees.ComingAsync(now, cancellationToken)).Select(Of)]);
        }

        private static Fee Of(FeeRule rule) => new(rule.BasisPoints, rule.From);
    }
}
