using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>What a link or a code is good for; it is good for nothing else.</summary>
internal enum LinkPurpose
{
    /// <summary>Proves that an e-mail address is hers.</summary>
    ConfirmEmail,

    /// <summary>Sets a new password.</summary>
    ResetPassword,

    /// <summary>Only tells her that somebody tried to register with her address.</summary>
    Reminder,

    /// <summary>A code on paper that sets the first or a new password.</summary>
    OneTimeCode,
}

/// <summary>Something that is good once, for a short time, for one account as it was when it was given out.</summary>
internal sealed class AccountLink
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>Where it is mailed, and what it confirms; null for a code on paper.</summary>
    public string? Email { get; init; }

    /// <summary>The account's address when it was given out, normalized; once that changes, it is void. Null where there was none.</summary>
    public string? BoundTo { get; init; }

    /// <summary>The hash of a code on paper; null for links, whose secret is made when they are mailed.</summary>
    public string? CodeHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>UTC; when it was used or a newer one took its place. Null while it is good.</summary>
    public DateTimeOffset? SpentAt { get; init; }
}

internal sealed class AccountLinkMapping : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.ToTable("accounts_links");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.Email).HasMaxLength(256);
        link.Property(l => l.BoundTo).HasMaxLength(256);
        link.HasIndex(l => new { l.AccountId, l.Purpose, l.CreatedAt });
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
