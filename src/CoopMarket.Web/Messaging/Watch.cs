using System.Runtime.ExceptionServices;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Messaging;

/// <summary>What an admin must hear of.</summary>
internal enum AlertKind
{
    MessageParked,
    CheckFailed,
    DiskNearlyFull,
    CardMessageOdd,
    CardVersionDiffers,
    CardsDiffer,
    BackupOld,
}

/// <summary>That admins were told of something, once a day for each kind.</summary>
internal sealed class AlertRow
{
    public required AlertKind Kind { get; init; }

    /// <summary>The day in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Detail { get; init; }
}

/// <summary>What an alert mail shows.</summary>
/// <param name="Kind">Which sentence.</param>
/// <param name="Detail">Names and figures, never a request's body.</param>
internal sealed record AlertMail(AlertKind Kind, string Detail);

/// <summary>Tells every admin by mail, once a day for each kind of alert.</summary>
internal sealed partial class Alerts(MarketDb db, People people, Mailroom mailroom, TimeProvider time, Ids ids, ILogger<Alerts> log)
{
    /// <summary>Raises an alert; the second of a kind on one day is only logged.</summary>
    public async Task RaiseAsync(AlertKind kind, string detail, CancellationToken cancellationToken)
    {
        Raised(kind, detail);
        var now = time.Now();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (await db.Set<AlertRow>().AnyAsync(a => a.Kind == kind && a.Day == day, cancellationToken))
            return;
        AlertRow told = new() { Kind = kind, Day = day, At = now, Detail = detail };
        db.Add(told);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node was first to tell.
            db.ChangeTracker.Clear();
            return;
        }

        var (reached, missed) = (0, (Exception?)null);
        foreach (var admin in await people.AdminsAsync(cancellationToken))
        {
            if (admin.Email is not { } address)
                continue;
            try
            {
                await mailroom.SendAsync(ids.New(), address, Languages.AtDesk(admin.Language), "Shared/Emails/Alert", new AlertMail(kind, detail), cancellationToken);
                reached++;
            }
            // One who can't be reached doesn't keep it from the others.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                missed = e;
                Missed(kind);
            }
        }

        if (missed is null || reached > 0)
            return;
        // Nobody was told yet: the next round tries again.
        db.Remove(told);
        await db.SaveChangesAsync(cancellationToken);
        ExceptionDispatchInfo.Throw(missed);
    }

    [LoggerMessage(LogLevel.Warning, "An admin could not be told of alert {Kind}")]
    private partial void Missed(AlertKind kind);

    [LoggerMessage(LogLevel.Critical, "Alert {Kind}: {Detail}")]
    private partial void Raised(AlertKind kind, string detail);
}

/// <summary>Comes round and looks for what an admin must hear of: parked messages, a disk that is nearly full, and backups that no longer come.</summary>
internal sealed class Watch(MarketDb db, MarketSettings market, Alerts alerts, TimeProvider time) : IScheduled
{
    // One a night, and half a day for a long one.
    private static readonly TimeSpan OldestBackup = TimeSpan.FromHours(36);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var parked = await db.Set<OutboxRow>().CountAsync(r => r.State == OutboxState.Parked, cancellationToken);
        if (parked > 0)
            await alerts.RaiseAsync(AlertKind.MessageParked, parked.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
        var free = new DriveInfo(market.DataDirectory).AvailableFreeSpace;
        if (free >> 20 < market.LeastFreeMegabytes)
            await alerts.RaiseAsync(AlertKind.DiskNearlyFull, $"{free >> 20} MB", cancellationToken);
        // Where none was ever made by the verb, others see to it.
        if (LastBackup.Of(market) is { } last && time.Now() - last > OldestBackup)
            await alerts.RaiseAsync(AlertKind.BackupOld, VietnamDay.Of(last).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
    }
}

/// <summary>Done messages leave after 30 days.</summary>
internal sealed class SweepOutbox(MarketDb db, WriteGate gate, TimeProvider time) : IScheduled
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - Keep;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<OutboxRow>().Where(r => r.State == OutboxState.Done && r.DoneAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}

internal sealed class AlertMapping : IEntityTypeConfiguration<AlertRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> row)
    {
        row.ToTable("alerts");
        row.HasKey(r => new { r.Kind, r.Day }).Reruns();
    }
}
