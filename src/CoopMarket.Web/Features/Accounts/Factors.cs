using System.Buffers.Binary;
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
/// Keeps authenticators and recovery codes, and takes their codes, each once. Secrets are sealed under the market's key ring and
/// bound to their account: whoever reads the database can make no code. Where the keys are lost, recovery codes still open.
/// </summary>
internal sealed class Factors(MarketDb db, IDataProtectionProvider keys, Outbox outbox, TimeProvider time, Ids ids)
{
    /// <summary>How long a secret that was shown may wait for its first code.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromHours(1);

    private const int GuidBytes = 16;

    private readonly IDataProtector _kept = keys.CreateProtector("CoopMarket.Accounts.Authenticator.v1");
    private readonly IDataProtector _shown = keys.CreateProtector("CoopMarket.Accounts.Authenticator.Shown.v1");

    /// <summary>Whether the account has an app; for any second factor ask <see cref="Contract.People.HasFactorAsync"/>.</summary>
    public Task<bool> HasAppAsync(Guid account, CancellationToken cancellationToken)
        => db.Set<Authenticator>().AnyAsync(a => a.AccountId == account, cancellationToken);

    /// <summary>Whether it looks like a code of an app or a recovery code.</summary>
    public static bool IsCode(string? typed) => Totp.Read(typed) is not null || RecoveryCode.Read(typed) is not null;

    /// <summary>Uses a code up; false where it is wrong, was used, or another request was quicker. Called in the transaction of what it is good for.</summary>
    public async Task<bool> TakeAsync(Account account, string typed, CancellationToken cancellationToken)
    {
        if (Totp.Read(typed) is { } digits)
        {
            var app = await db.Set<Authenticator>().AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == account.Id, cancellationToken);
            return app is not null && Open(account.Id, app.SealedSecret) is { } secret && Totp.Match(secret, digits, time.Now(), app.LastStep) is { } step
                && await db.Set<Authenticator>().Where(a => a.AccountId == account.Id && a.LastStep < step)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step), cancellationToken) == 1;
        }

        if (RecoveryCode.Read(typed) is not { } read)
            return false;
        var (hash, now) = (RecoveryCode.Hash(account.PersonId, read), time.Now());
        if (await db.Set<KeptRecoveryCode>().Where(c => c.AccountId == account.Id && c.Hash == hash && c.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellationToken) != 1)
            return false;
        outbox.Raise(new CredentialChanged(account.PersonId, Credential.RecoveryCodeUsed, null, now));
        return true;
    }

    /// <summary>Adds an authenticator to the running transaction.</summary>
    /// <param name="step">The step of the code that showed that the app has the secret; it is used.</param>
    public void Add(Account account, byte[] secret, long step)
        => db.Add(new Authenticator { AccountId = account.Id, SealedSecret = Seal(account.Id, secret), Since = time.Now(), LastStep = step });

    /// <summary>Takes the app off; false where there was none.</summary>
    public async Task<bool> RemoveAppAsync(Guid account, CancellationToken cancellationToken)
        => await db.Set<Authenticator>().Where(a => a.AccountId == account).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <summary>Takes a passkey off; false where the account has none such.</summary>
    public async Task<bool> RemovePasskeyAsync(Guid account, Guid passkey, CancellationToken cancellationToken)
        => await db.Set<Passkey>().Where(p => p.AccountId == account && p.Id == passkey).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <summary>Takes the recovery codes off: they stand for nothing once the last factor is gone.</summary>
    public Task RemoveCodesAsync(Guid account, CancellationToken cancellationToken)
        => db.Set<KeptRecoveryCode>().Where(c => c.AccountId == account).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Takes the app, all passkeys and the recovery codes off; false where there was neither app nor passkey.</summary>
    public async Task<bool> RemoveAllAsync(Guid account, CancellationToken cancellationToken)
    {
        await RemoveCodesAsync(account, cancellationToken);
        var passkeys = await db.Set<Passkey>().Where(p => p.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        return await RemoveAppAsync(account, cancellationToken) || passkeys > 0;
    }

    /// <summary>New recovery codes in the place of all older ones; what is given back is the only time they can be read.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Account account, CancellationToken cancellationToken)
    {
        await db.Set<KeptRecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        List<string> codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.From(ids.Random(RecoveryCode.RandomBytes)))];
        db.AddRange(codes.Select(c => new KeptRecoveryCode
        {
            Id = ids.New(),
            AccountId = account.Id,
            Hash = RecoveryCode.Hash(account.PersonId, RecoveryCode.Read(c)!),
        }));
        return codes;
    }

    /// <summary>The secret that was sealed for an account; null where it was sealed for another or under lost keys.</summary>
    public byte[]? Open(Guid account, string sealedSecret) => Opened(_kept, sealedSecret) is { } open && new Guid(open.AsSpan(0, GuidBytes)) == account ? open[GuidBytes..] : null;

    /// <summary>A fresh secret to show, sealed so that the page can hold it until the first code comes.</summary>
    public string Show(Guid account, byte[] secret)
    {
        var until = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(until, (time.Now() + Waits).UtcTicks);
        return Base64Url.EncodeToString(_shown.Protect([.. account.ToByteArray(), .. until, .. secret]));
    }

    /// <summary>The secret that was shown; null where it was shown to another, too long ago, or is none of ours.</summary>
    public byte[]? Shown(Guid account, string? shown)
        => shown is { Length: > 0 and < 500 } && Opened(_shown, shown) is { } open && new Guid(open.AsSpan(0, GuidBytes)) == account
            && BinaryPrimitives.ReadInt64BigEndian(open.AsSpan(GuidBytes)) > time.Now().UtcTicks
            ? open[(GuidBytes + sizeof(long))..]
            : null;

    private string Seal(Guid account, byte[] secret) => Base64Url.EncodeToString(_kept.Protect([.. account.ToByteArray(), .. secret]));

    private static byte[]? Opened(IDataProtector protector, string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
