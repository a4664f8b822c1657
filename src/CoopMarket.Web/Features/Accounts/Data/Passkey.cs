using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>
/// A passkey of a person: the credential record of WebAuthn Level 3, section 4, as far as the market needs it. The public key is no
/// secret; what signs stays in her device.
/// </summary>
internal sealed class Passkey
{
    /// <summary>The most that an account may have.</summary>
    public const int Most = 10;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>What the device calls it; 1 to 1023 bytes.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>In COSE form.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>What she calls it.</summary>
    public required string Name { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>UTC; null while it was never used.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>
    /// UTC; when the question of its last answer was asked. Taken by a conditional update that lets only later questions pass, so each
    /// is answered once. Null while it was never used.
    /// </summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How often the device says that the key has signed; 0 where it does not count.</summary>
    public required long SignCount { get; init; }

    /// <summary>How a browser reaches the device («internal hybrid»), separated by spaces; empty where it is not known.</summary>
    public required string Transports { get; init; }

    /// <summary>Whether the device may copy it to others of hers; that never changes.</summary>
    public required bool MayBeBackedUp { get; init; }

    /// <summary>Whether it was copied when it was last used.</summary>
    public required bool IsBackedUp { get; init; }
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    /// <summary>The longest name, in characters as a reader counts them.</summary>
    public const int LongestName = 60;

    public const int LongestCredentialId = 1_023;

    public const int LongestTransports = 200;

    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.ToTable("accounts_passkeys");
        passkey.Property(p => p.Id).ValueGeneratedNever();
        passkey.Property(p => p.CredentialId).HasMaxLength(LongestCredentialId);
        passkey.Property(p => p.Name).HasMaxLength(LongestName * 8);
        passkey.Property(p => p.Transports).HasMaxLength(LongestTransports);
        passkey.HasIndex(p => p.CredentialId).RefusesAs(new PasskeyIsThere());
        passkey.HasIndex(p => p.AccountId);
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
