using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Begins sessions and tells whether one still stands.</summary>
internal sealed class Sessions(MarketDb db, WriteGate gate, TimeProvider time, Ids ids)
{
    // Often enough for the person to recognize her devices, seldom enough not to write on every page.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(15);

    /// <summary>Adds a session; the caller saves.</summary>
    /// <param name="address">Where the request came from.</param>
    /// <param name="device">What the browser calls itself.</param>
    /// <param name="provedAt">When she proved who she is; null: now.</param>
    public AccountSession Begin(Account account, string address, string device, DateTimeOffset? provedAt = null)
    {
        var now = time.Now();
        var session = new AccountSession
        {
            Id = ids.New(),
            AccountId = account.Id,
            Stamp = account.SecurityStamp ?? "",
            CreatedAt = provedAt ?? now,
            LastSeenAt = now,
            Address = address,
            Device = device.Length > AccountSessionMapping.LongestDevice ? device[..AccountSessionMapping.LongestDevice] : device,
        };
        db.Add(session);
        return session;
    }

    /// <summary>
    /// When the session began, if it stands: not ended, not too old, its account neither suspended nor given a new stamp; null
    /// otherwise. Asked at every request. Whoever proves who she is begins a new one, so its beginning is when she last did.
    /// </summary>
    public async Task<DateTimeOffset?> StandsAsync(Guid session, Guid account, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (begun, seen) = (now - AccountSession.Longest, now - AccountSession.LongestRest);
        var standing = await (from s in db.Set<AccountSession>()
                              join a in db.Set<Account>() on s.AccountId equals a.Id
                              where s.Id == session && a.Id == account && s.EndedAt == null && s.CreatedAt > begun && s.LastSeenAt > seen
                                    && a.SuspendedAt == null && a.SecurityStamp == s.Stamp
                              select new { s.CreatedAt, s.LastSeenAt }).FirstOrDefaultAsync(cancellationToken);
        if (standing is not null && now - standing.LastSeenAt > SeenEvery)
            await SeeAsync(session, now, cancellationToken);
        return standing?.CreatedAt;
    }

    /// <summary>Ends a session for good; answers 0 where the person has none such that goes on.</summary>
    public Task<int> EndAsync(Guid session, Guid account, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return db.Set<AccountSession>().Where(s => s.Id == session && s.AccountId == account && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
    }

    private async Task SeeAsync(Guid session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<AccountSession>().Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
    }
}
