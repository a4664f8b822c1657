using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Drops sessions that are over, with the network address and the device that they began at, and links that are: as the page on
/// privacy says, no address is kept for more than thirty days, and no session lasts longer.
/// </summary>
internal sealed class SweepAccounts(MarketDb db, WriteGate gate, TimeProvider time) : IScheduled
{
    /// <summary>How often the sweeper comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - AccountSession.Longest;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<AccountSession>().Where(s => s.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.Set<AccountLink>().Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
