using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>
/// Takes in that the card gateway has told something of a cooperative's account or of a transfer. What it told is looked up, so that the
/// order in which its messages come doesn't matter. Works inside the caller's transaction.
/// </summary>
internal sealed class GatewayNews(MarketDb db, TimeProvider time)
{
    /// <summary>Something changed about an account.</summary>
    /// <param name="account">The gateway's name for it.</param>
    /// <param name="cooperative">The id that went with it; empty where none did.</param>
    /// <returns>False where it is none of the market's.</returns>
    public async Task<bool> OfAccountAsync(string account, string cooperative, CancellationToken cancellationToken)
    {
        var owner = Guid.TryParseExact(cooperative, "D", out var id) ? CooperativeId.From(id) : default;
        // By the gateway's name for it; of one whose name isn't known yet a message may come before the answer.
        var known = await db.Set<ConnectedAccount>().SingleOrDefaultAsync(a => a.Account == account, cancellationToken)
            ?? await db.Set<ConnectedAccount>().SingleOrDefaultAsync(a => a.Account == "" && a.Cooperative == owner, cancellationToken);
        if (known is null || account.Length == 0)
            return false;
        known.Hear(time.Now());
        return true;
    }

    /// <summary>Something was transferred, or taken back of a transfer.</summary>
    /// <param name="transfer">The gateway's name for it.</param>
    /// <param name="payout">The id that went with it; empty where none did.</param>
    /// <returns>False where the market did not ask for it, or holds it for failed.</returns>
    public async Task<bool> OfTransferAsync(string transfer, string payout, CancellationToken cancellationToken)
    {
        var asked = Guid.TryParseExact(payout, "D", out var id) ? PayoutId.From(id) : default;
        var known = await db.Set<Payout>().FirstOrDefaultAsync(p => p.Connected != "" && p.State == PayoutState.Paid && p.Reference == transfer, cancellationToken)
            ?? await db.Set<Payout>().SingleOrDefaultAsync(p => p.Connected != "" && p.Id == asked && p.State == PayoutState.OnTheWay && p.CalledAt != null, cancellationToken);
        if (known is null)
            return false;
        known.Hear(time.Now());
        return true;
    }
}
