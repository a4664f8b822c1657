using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>Cooperatives' accounts at the card gateway. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class ConnectedAccounts(MarketDb db, StripeSettings settings)
{
    /// <summary>That of a cooperative; null where it has none, and where the market pays nobody so.</summary>
    public async Task<SeenAccount?> OfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => settings.Connects && await db.Set<ConnectedAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.Cooperative == cooperative, cancellationToken) is { } account
            ? new(account.State, account.Account, account.RefusedFor, account.HasTold, account.TakesTransfers, account.PaysOut, account.AbleSince)
            : null;
}

/// <summary>What can be paid there.</summary>
internal static class AbleAccounts
{
    /// <summary>Those that the market may transfer to, however new they are; as <see cref="ConnectedAccount.IsAble"/> says of one.</summary>
    public static IQueryable<ConnectedAccount> Able(this IQueryable<ConnectedAccount> accounts) => accounts.Where(a => a.State == ConnectState.Open && a.AbleSince != null);
}

/// <summary>A cooperative's account at the card gateway.</summary>
/// <param name="Account">The gateway's name for it; empty while there is none.</param>
/// <param name="RefusedFor">The gateway's word for why it opened none; else empty.</param>
/// <param name="HasTold">Whether everything that the gateway asks at the beginning was told.</param>
/// <param name="TakesTransfers">Whether it may be transferred to.</param>
/// <param name="PaysOut">Whether the gateway pays out of it.</param>
/// <param name="AbleSince">Since when it can be paid, UTC; null where it can't.</param>
internal sealed record SeenAccount(ConnectState State, string Account, string RefusedFor, bool HasTold, bool TakesTransfers, bool PaysOut, DateTimeOffset? AbleSince)
{
    /// <summary>When money may be sent to it, UTC; null where it can't be.</summary>
    public DateTimeOffset? ReadyAt => State == ConnectState.Open ? AbleSince + PayoutDue.AccountWaits : null;
}
