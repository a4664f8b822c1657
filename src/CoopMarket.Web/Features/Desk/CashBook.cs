using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What carriers owe a cooperative of the cash they collected for it, and what they collected of hers for the market.</summary>
internal static class CashBook
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Cash">What is owed to her.</param>
    /// <param name="ForMarket">The oldest parcels whose cash a carrier is to pay to the market.</param>
    /// <param name="CallsFirst">Whether the cooperative calls buyers who pay in cash before it accepts.</param>
    internal sealed record View(CashStanding Cash, IReadOnlyList<CashRow> ForMarket, bool CallsFirst);

    internal sealed class Handler(CashDebts debts, Cooperatives cooperatives) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken) => new(
            await debts.OfAsync(query.Cooperative, cancellationToken), await debts.ForMarketAsync(query.Cooperative, cancellationToken),
            (await cooperatives.OneAsync(query.Cooperative, cancellationToken))!.CallsFirst);
    }
}
