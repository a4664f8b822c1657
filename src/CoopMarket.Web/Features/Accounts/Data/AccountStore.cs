using CoopMarket.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>
/// Identity's view of the accounts and of their passkeys. It leaves saving to the command, so that messages are stored with what they
/// tell; and it only reads passkeys, which <see cref="Passkeys"/> writes by conditional updates.
/// </summary>
internal sealed class AccountStore : UserOnlyStore<Account, MarketDb, Guid>
{
    public AccountStore(MarketDb db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;

    /// <inheritdoc />
    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
        => [.. (await Context.Set<Passkey>().AsNoTracking().Where(p => p.AccountId == user.Id).OrderBy(p => p.Since).ToListAsync(cancellationToken)).Select(Info)];

    /// <inheritdoc />
    public override Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
        => (from p in Context.Set<Passkey>()
            join a in Context.Set<Account>() on p.AccountId equals a.Id
            where p.CredentialId == credentialId
            select a).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc />
    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
        => await Context.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } found
            ? Info(found)
            : null;

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always: it would overwrite what another request has just taken.</exception>
    public override Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc />
    /// <exception cref="NotSupportedException">Always, as above.</exception>
    public override Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    // None is kept without its owner's finger or code; what the device said of itself at the time is not kept at all.
    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.Since, (uint)passkey.SignCount, passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        isUserVerified: true, passkey.MayBeBackedUp, passkey.IsBackedUp, attestationObject: [], clientDataJson: [])
    {
        Name = passkey.Name,
    };
}
