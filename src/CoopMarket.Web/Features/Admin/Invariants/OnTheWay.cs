using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>Messages that the books still wait for.</summary>
internal static class OnTheWay
{
    /// <summary>Null where the books are up to date and can be compared; wrong where a message to them is parked.</summary>
    public static async Task<Finding?> OfAsync(MarketReads reads, CancellationToken cancellationToken)
    {
        var open = await reads.Of<OutboxRow>()
            .Where(OutboxRow.IsOpen).Where(r => r.Subscriber.StartsWith(Balances.Subscribers) || r.Subscriber == "payments.record-payment")
            .GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        if (open.GetValueOrDefault(OutboxState.Parked) is > 0 and var parked)
            return new(false, $"{parked} messages to the books are parked");
        return open.Count == 0 ? null : Finding.NotCompared(open[OutboxState.Pending]);
    }
}
