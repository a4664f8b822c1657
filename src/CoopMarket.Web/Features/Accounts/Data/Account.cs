using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>A person's account. She signs in by phone or e-mail; either may be missing, not both.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name of who had her account erased.</summary>
    public const string Nobody = "—";

    public PersonId PersonId => new(Id);

    /// <summary>One field, as she writes it.</summary>
    public required string FullName { get; set; }

    /// <summary>The language of her mails.</summary>
    public string Language { get; set; } = "vi";

    /// <summary>Works for the market itself.</summary>
    public bool IsAdmin { get; set; }

    /// <summary>UTC; null while she may sign in.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Why, for the admins; null while she may sign in.</summary>
    public string? SuspendedFor { get; set; }

    /// <summary>UTC; when she had it erased. The row stays for what names its id, and tells nothing of her. Null before.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Takes out all that tells of her; nobody signs in with it any more.</summary>
    public void Erase(DateTimeOffset now)
    {
        (FullName, Language) = (Nobody, "vi");
        (Email, NormalizedEmail, EmailConfirmed, PhoneNumber, PhoneNumberConfirmed) = (null, null, false, null, false);
        (PasswordHash, TwoFactorEnabled) = (null, false);
        (SuspendedAt, SuspendedFor, ErasedAt) = (now, null, now);
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    /// <summary>The longest name, in characters as a reader counts them.</summary>
    public const int LongestName = 100;

    /// <summary>The longest reason of a suspension.</summary>
    public const int LongestReason = 300;

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts_accounts");
        account.HasKey(a => a.Id);
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Ignore(a => a.PersonId);
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.Property(a => a.UserName).HasMaxLength(256);
        account.Property(a => a.NormalizedUserName).HasMaxLength(256);
        account.Property(a => a.Email).HasMaxLength(256);
        account.Property(a => a.NormalizedEmail).HasMaxLength(256);
        account.Property(a => a.PhoneNumber).HasMaxLength(20);
        account.Property(a => a.FullName).HasMaxLength(LongestName * 8);
        account.HasIndex(a => a.NormalizedUserName).Reruns();
        account.HasIndex(a => a.NormalizedEmail).RefusesAs(new EmailTaken());
        account.HasIndex(a => a.PhoneNumber).RefusesAs(new PhoneTaken());
    }
}
