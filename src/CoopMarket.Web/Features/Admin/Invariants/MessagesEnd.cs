using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>I6: every message ends: done, or parked where an admin has been told. None waits for more than an hour without a try.</summary>
internal sealed class MessagesEnd(MarketReads reads, TimeProvider time) : IInvariant
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public string Name => "I6 every message ends done or parked";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - Patience;
        var stuck = await reads.Of<OutboxRow>().CountAsync(r => r.State == OutboxState.Pending && r.DueAt < before, cancellationToken);
        var parked = await reads.Of<OutboxRow>().CountAsync(r => r.State == OutboxState.Parked, cancellationToken);
        return new(stuck == 0, $"{stuck} stuck, {parked} parked");
    }
}
