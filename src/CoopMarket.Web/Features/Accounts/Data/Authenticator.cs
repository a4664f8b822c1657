using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>
/// A person's authenticator app: while the row is there, signing in asks for its code. A table of its own, because the account's
/// row is written as a whole and a step that was used must never come back.
/// </summary>
internal sealed class Authenticator
{
    public required Guid AccountId { get; init; }

    /// <summary>The secret that the app has too, under the market's keys and bound to the account.</summary>
    public required string SealedSecret { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The step of the last code that was used; taken by a conditional update, so each code is good once.</summary>
    public required long LastStep { get; init; }
}

/// <summary>A recovery code, as its hash.</summary>
internal sealed class KeptRecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string Hash { get; init; }

    /// <summary>UTC; null while it is good.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> authenticator)
    {
        authenticator.ToTable("accounts_authenticators");
        authenticator.HasKey(a => a.AccountId).Reruns();
        authenticator.Property(a => a.AccountId).ValueGeneratedNever();
        authenticator.Property(a => a.SealedSecret).HasMaxLength(500);
        authenticator.HasOne<Account>().WithOne().HasForeignKey<Authenticator>(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KeptRecoveryCodeMapping : IEntityTypeConfiguration<KeptRecoveryCode>
{
    public void Configure(EntityTypeBuilder<KeptRecoveryCode> code)
    {
        code.ToTable("accounts_recovery_codes");
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Hash).HasMaxLength(64);
        code.HasIndex(c => c.AccountId);
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
