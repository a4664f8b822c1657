using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Pipeline;

/// <summary>
/// A link of the chain over the audit rows: the hash of one row and of the link before it. Who alters, removes or slips in a row breaks the
/// chain at a place that has a name. Only ever added.
/// </summary>
internal sealed class AuditSeal
{
    /// <summary>What stands before the first link.</summary>
    public const string Beginning = "";

    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    public required Guid Row { get; init; }

    /// <summary>The hash of the link before; empty for the first one.</summary>
    public required string Before { get; init; }

    /// <summary>SHA-256 in small hexadecimal letters.</summary>
    public required string Hash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The link of a row.</summary>
    public static AuditSeal Of(AuditRow row, long number, string before, DateTimeOffset now)
        => new() { Number = number, Row = row.Id, Before = before, Hash = HashOf(row, number, before), SealedAt = now };

    /// <summary>What the hash of a row at a place in the chain must be. Each field comes with its length, so that none can lend letters to the next.</summary>
    public static string HashOf(AuditRow row, long number, string before)
    {
        StringBuilder text = new();
        foreach (var field in new[]
        {
            before, number.ToString(CultureInfo.InvariantCulture), row.Id.ToString("D"), row.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), row.Actor,
            row.Cooperative?.ToString() ?? "", row.What, row.About, row.Address, row.Result.ToString(), row.Reason ?? "",
        })
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}|");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>
/// Seals audit rows a moment after they were written, the oldest first. Not in the commands' own transactions: a chain has one end, and all who
/// write at once would wait for each other there, or run again.
/// </summary>
internal sealed class SealAudit(MarketDb db, Collisions collisions, TimeProvider time) : IScheduled
{
    /// <summary>A command that takes longer than this has been given up: rows are sealed in their order to within it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await SealAsync(cancellationToken) == AtOnce)
            db.ChangeTracker.Clear();
    }

    // Two nodes at once write the same number: the second one's links are refused, and it finds the first one's in its next round.
    private async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        var open = db.Set<AuditRow>().AsNoTracking().Where(r => !db.Set<AuditSeal>().Any(s => s.Row == r.Id));
        // What stands long before the last one sealed was not there then: it is left to the check, which names it.
        if (last is not null && await db.Set<AuditRow>().Where(r => r.Id == last.Row).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(cancellationToken) is { } at)
        {
            var since = at - Longest;
            open = open.Where(r => r.At >= since);
        }

        var rows = await open.OrderBy(r => r.At).ThenBy(r => r.Id).Take(AtOnce).ToListAsync(cancellationToken);
        var (number, before) = (last?.Number ?? 0, last?.Hash ?? AuditSeal.Beginning);
        foreach (var row in rows)
        {
            var seal = AuditSeal.Of(row, ++number, before, time.Now());
            before = seal.Hash;
            db.Add(seal);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return rows.Count;
        }
        catch (DbUpdateException e) when (collisions.Of(e, db) is not null)
        {
            db.ChangeTracker.Clear();
            return 0;
        }
    }
}

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.ToTable("audit_seals");
        seal.OnlyAdded();
        seal.HasKey(s => s.Number).Reruns();
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.Before).HasMaxLength(64);
        seal.Property(s => s.Hash).HasMaxLength(64);
        seal.HasIndex(s => s.Row).Reruns();
    }
}
