using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Drops invitations that are long over, with the phone or e-mail of who was invited: she may never have had an account that could be erased.</summary>
internal sealed class SweepInvitations(MarketDb db, WriteGate gate, TimeProvider time) : IScheduled
{
    /// <summary>How long one is kept once it can't be taken any more.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>How often the sweeper comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - Invitation.Lasts - KeptFor;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<Invitation>().Where(i => i.InvitedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
