using System.Buffers.Text;
using System.Security.Cryptography;
using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Messaging;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Gives out links that are good once. A link's secret is the link's id under the market's key ring: whoever reads the
/// database can't make one, and nothing secret waits in the outbox.
/// </summary>
internal sealed class Links(MarketDb db, Outbox outbox, IDataProtectionProvider keys, TimeProvider time, Ids ids)
{
    private readonly IDataProtector _protector = keys.CreateProtector("CoopMarket.Accounts.Link.v1");

    /// <summary>How long each kind is good.</summary>
    public static TimeSpan Life(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ResetPassword => TimeSpan.FromHours(2),
        LinkPurpose.OneTimeCode => TimeSpan.FromDays(14),
        _ => TimeSpan.FromHours(24),
    };

    /// <summary>Whether fewer than <paramref name="most"/> were given out lately: nobody's letter box is flooded through the market.</summary>
    public async Task<bool> MayIssueAsync(Account account, TimeSpan within, int most, CancellationToken cancellationToken, params LinkPurpose[] purposes)
    {
        var since = time.Now() - within;
        return await db.Set<AccountLink>().CountAsync(l => l.AccountId == account.Id && purposes.Contains(l.Purpose) && l.CreatedAt > since, cancellationToken) < most;
    }

    /// <summary>Gives one out, voids the older ones of its kind, and has it mailed where it goes by mail.</summary>
    /// <param name="email">Where to; null for a code on paper.</param>
    /// <param name="codeHash">The hash of a code on paper.</param>
    public async Task IssueAsync(Account account, LinkPurpose purpose, string? email, string? codeHash, CancellationToken cancellationToken)
    {
        await VoidAsync(account.Id, purpose, cancellationToken);
        var now = time.Now();
        var link = new AccountLink
        {
            Id = ids.New(),
            AccountId = account.Id,
            Purpose = purpose,
            Email = email,
            BoundTo = account.NormalizedEmail,
            CodeHash = codeHash,
            CreatedAt = now,
            ExpiresAt = now + Life(purpose),
        };
        db.Add(link);
        if (email is not null)
            outbox.Raise(new LinkIssued(link.Id));
    }

    /// <summary>The link if it is still good, without using it; null otherwise.</summary>
    public async Task<AccountLink?> PeekAsync(Guid id, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await db.Set<AccountLink>().AsNoTracking().FirstOrDefaultAsync(
            l => l.Id == id && l.Purpose == purpose && l.SpentAt == null && l.ExpiresAt > now
                 && db.Set<Account>().Any(a => a.Id == l.AccountId && a.NormalizedEmail == l.BoundTo && a.SuspendedAt == null),
            cancellationToken);
    }

    /// <summary>Uses it up; false when another request was quicker. Called in the transaction of what it is good for.</summary>
    public async Task<bool> SpendAsync(AccountLink link, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await db.Set<AccountLink>().Where(l => l.Id == link.Id && l.SpentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.SpentAt, now), cancellationToken) == 1;
    }

    /// <summary>Voids all of one kind.</summary>
    public async Task VoidAsync(Guid account, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await db.Set<AccountLink>().Where(l => l.AccountId == account && l.Purpose == purpose && l.SpentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.SpentAt, now), cancellationToken);
    }

    /// <summary>The secret for an address.</summary>
    public string Token(Guid link) => Base64Url.EncodeToString(_protector.Protect(link.ToByteArray()));

    /// <summary>The link of a secret; null where it is none of ours.</summary>
    public Guid? Read(string? token)
    {
        if (token is not { Length: > 0 and < 500 } || !Base64Url.IsValid(token))
            return null;
        try
        {
            return new Guid(_protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
