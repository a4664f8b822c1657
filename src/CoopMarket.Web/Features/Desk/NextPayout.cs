using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What the next run of payouts would send a cooperative. No day is promised: people draft a run and others approve it, so all that can be told is when they last did.</summary>
internal static class NextPayout
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Amount">What is ready, less the fees that it owes; not above zero where nothing would be sent.</param>
    /// <param name="Fees">What of it is kept back for them.</param>
    /// <param name="Lacking">How much more it takes until it is sent; zero where it is enough.</param>
    /// <param name="LastRun">When the market last approved payouts, whomever it paid, UTC; null where it never did.</param>
    internal sealed record View(Money Amount, Money Fees, Money Lacking, DateTimeOffset? LastRun);

    internal sealed class Handler(MarketReads reads, Balances balances, PayoutSettings settings) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var balance = await balances.OfAsync(query.Cooperative, cancellationToken);
            var amount = balance.Payable - balance.FeesOwed;
            return new(
                amount, balance.FeesOwed, amount < settings.Smallest ? settings.Smallest - amount : Money.Dong(0),
                await reads.Of<PayoutRun>().IgnoreAutoIncludes().Where(r => r.ApprovedAt != null).MaxAsync(r => r.ApprovedAt, cancellationToken));
        }
    }
}
