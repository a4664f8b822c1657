using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Finds accounts by what people sign in with, and adds new ones.</summary>
internal sealed class AccountFinder(MarketDb db, UserManager<Account> users, TimeProvider time, Ids ids)
{
    /// <summary>Null where there is none, or where the handle is none; one question is asked in every case.</summary>
    public Task<Account?> FindAsync(Handle? handle, CancellationToken cancellationToken)
    {
        var email = users.NormalizeEmail(handle?.Email ?? "nobody");
        var phone = handle?.Phone;
        return phone is null
            ? db.Set<Account>().FirstOrDefaultAsync(a => a.NormalizedEmail == email, cancellationToken)
            : db.Set<Account>().FirstOrDefaultAsync(a => a.PhoneNumber == phone, cancellationToken);
    }

    /// <summary>Null where there is none.</summary>
    public Task<Account?> FindAsync(Guid account, CancellationToken cancellationToken)
        => db.Set<Account>().FirstOrDefaultAsync(a => a.Id == account, cancellationToken);

    /// <summary>Adds an account to the running transaction.</summary>
    /// <param name="passwordHash">Null: no password opens it yet.</param>
    public async Task<Account> AddAsync(Handle handle, string fullName, string language, string? passwordHash, Action<Account>? shape = null)
    {
        var id = ids.New();
        var account = new Account
        {
            Id = id,
            UserName = id.ToString("N"),
            FullName = fullName,
            Email = handle.Email,
            PhoneNumber = handle.Phone,
            Language = language,
            PasswordHash = passwordHash,
            CreatedAt = time.Now(),
        };
        shape?.Invoke(account);
        var result = await users.CreateAsync(account);
        return result.Succeeded ? account : throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }

    /// <summary>Saves a changed account with the transaction; a stale copy collides.</summary>
    /// <param name="endSessions">Gives a new security stamp, so that every session is over.</param>
    public async Task ChangeAsync(Account account, bool endSessions)
    {
        var result = endSessions ? await users.UpdateSecurityStampAsync(account) : await users.UpdateAsync(account);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }
}
