using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>
/// One sign-in on one device. The cookie only names it: what ends here is over for every copy of the cookie.
/// </summary>
internal sealed class AccountSession
{
    /// <summary>The longest a session lasts, however busy it is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>The longest it may rest.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromDays(14);

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The account's security stamp at sign-in; once the account has another one, the session is over.</summary>
    public required string Stamp { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC, to a quarter of an hour.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The network address it began at; empty where it is not known.</summary>
    public required string Address { get; init; }

    /// <summary>What the browser calls itself, so that the person knows her own devices.</summary>
    public required string Device { get; init; }
}

internal sealed class AccountSessionMapping : IEntityTypeConfiguration<AccountSession>
{
    public const int LongestDevice = 200;

    public void Configure(EntityTypeBuilder<AccountSession> session)
    {
        session.ToTable("accounts_sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Stamp).HasMaxLength(64);
        session.Property(s => s.Address).HasMaxLength(64);
        session.Property(s => s.Device).HasMaxLength(LongestDevice);
        session.HasIndex(s => new { s.AccountId, s.CreatedAt });
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
