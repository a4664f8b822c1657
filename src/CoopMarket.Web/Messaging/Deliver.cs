using System.Text.Json;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Messaging;

/// <summary>
/// Delivers due messages. Any number of nodes may do it: rows are claimed by a conditional update with a lease, and marked
/// done only while the lease's token still stands. A call to the outside can't be taken back, so each begins by renewing the
/// lease and ends before it runs out: no two nodes ever send the same mail at once.
/// </summary>
internal sealed partial class Deliver(IServiceScopeFactory scopes, Subscriptions subscriptions, TimeProvider time, Ids ids, ILogger<Deliver> log)
{
    internal const int MostAttempts = 8;

    private const int Batch = 20;
    private const int MostMarks = 4;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // Shorter than a lease by what two nodes' clocks may differ.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(90);

    /// <summary>Delivers what is due for one kind of reaction; answers how many rows were tried.</summary>
    public async Task<int> RunAsync(ReactionKind kind, CancellationToken cancellationToken)
    {
        var tried = 0;
        for (var claimed = await ClaimAsync(kind, cancellationToken); claimed.Count > 0; claimed = await ClaimAsync(kind, cancellationToken))
        {
            foreach (var row in claimed)
                await DeliverAsync(row, kind, cancellationToken);
            tried += claimed.Count;
        }

        return tried;
    }

    /// <summary>Takes a lease on due rows.</summary>
    internal async Task<IReadOnlyList<OutboxRow>> ClaimAsync(ReactionKind kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        var now = time.Now();
        var names = subscriptions.Of(kind);
        var due = db.Set<OutboxRow>().Where(r => r.State == OutboxState.Pending && r.DueAt <= now && (r.LeasedUntil == null || r.LeasedUntil < now));
        var found = await due.Where(r => names.Contains(r.Subscriber)).OrderBy(r => r.DueAt).Take(Batch).Select(r => r.Id).ToListAsync(cancellationToken);
        if (found.Count == 0)
            return [];

        var token = ids.New();
        var until = now + Lease;
        // What calls out is counted when its turn comes, which may be minutes later: what nobody tried is no failure of its own.
        var counted = kind == ReactionKind.Writes ? 1 : 0;
        using (await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken))
        {
            await due.Where(r => found.Contains(r.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.LeasedUntil, until).SetProperty(r => r.LeaseToken, token).SetProperty(r => r.Attempts, r => r.Attempts + counted),
                cancellationToken);
        }

        return await db.Set<OutboxRow>().AsNoTracking().Where(r => r.LeaseToken == token).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Delivers one claimed row.</summary>
    internal async Task DeliverAsync(OutboxRow row, ReactionKind kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            if (kind == ReactionKind.Writes)
                await WriteAsync(row, scope.ServiceProvider, cancellationToken);
            else
                await CallOutAsync(row, scope.ServiceProvider, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await FailedAsync(row, e, scope.ServiceProvider.GetRequiredService<LetterRound>().Told(row.Payload), cancellationToken);
        }
    }

    private async Task WriteAsync(OutboxRow row, IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<MarketDb>();
        var outbox = services.GetRequiredService<Outbox>();
        using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(db.UsualIsolation, cancellationToken);
        if (!await DoneAsync(db, row, cancellationToken))
            return;
        await HandleAsync(row, services, cancellationToken);
        outbox.Collect();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Signal();
    }

    private async Task CallOutAsync(OutboxRow row, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!await RenewAsync(row, services, cancellationToken))
            return;
        using (var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            call.CancelAfter(LongestCall);
            var letters = services.GetRequiredService<LetterRound>();
            letters.Begin(row.Payload);
            await HandleAsync(row, services, call.Token);
            letters.End();
        }

        await MarkAsync(row, services);
    }

    // A mail that is out can't be taken back: that it could not be noted is no reason to send it again, nor is it that the program stops.
    private async Task MarkAsync(OutboxRow row, IServiceProvider services)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);
                await DoneAsync(services.GetRequiredService<MarketDb>(), row, CancellationToken.None);
                return;
            }
            catch (Exception) when (tries < MostMarks)
            {
                await Task.Delay(TimeSpan.FromSeconds(tries), CancellationToken.None);
            }
        }
    }

    // The rows of a claim wait for each other: whoever comes so late that another node has claimed this one leaves it to her.
    private async Task<bool> RenewAsync(OutboxRow row, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        DateTimeOffset? until = time.Now() + Lease;
        var isMine = await services.GetRequiredService<MarketDb>().Set<OutboxRow>().Where(r => r.Id == row.Id && r.LeaseToken == row.LeaseToken && r.State == OutboxState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntil, until).SetProperty(r => r.Attempts, r => r.Attempts + 1), cancellationToken) == 1;
        row.Attempts += isMine ? 1 : 0;
        return isMine;
    }

    /// <summary>Lets the subscriber act, whoever has the row.</summary>
    internal async Task HandleAsync(OutboxRow row, IServiceProvider services, CancellationToken cancellationToken)
    {
        var subscription = subscriptions.Named(row.Subscriber)!;
        var happened = JsonSerializer.Deserialize(row.Payload, subscription.Event, Json.Options) as DomainEvent
            ?? throw new InvalidOperationException($"The payload of {row.Id} is empty.");
        await subscription.Handle(services, happened, new(row.Id, row.RaisedAt, row.Attempts), cancellationToken);
    }

    // The fence: a node whose lease ran out finds another token here and leaves without a trace.
    private async Task<bool> DoneAsync(MarketDb db, OutboxRow row, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var mine = db.Set<OutboxRow>().Where(r => r.Id == row.Id && r.LeaseToken == row.LeaseToken && r.State == OutboxState.Pending);
        if (subscriptions.Named(row.Subscriber) is { LeavesNothing: true })
            return await mine.ExecuteDeleteAsync(cancellationToken) == 1;
        return await mine.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, OutboxState.Done).SetProperty(r => r.DoneAt, now).SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken) == 1;
    }

    private async Task FailedAsync(OutboxRow row, Exception e, string payload, CancellationToken cancellationToken)
    {
        Failed(row.Subscriber, row.Id, row.Attempts, e);
        await using var scope = scopes.CreateAsyncScope();
        var parked = row.Attempts >= MostAttempts;
        var due = time.Now() + TimeSpan.FromSeconds(10 * Math.Pow(2, row.Attempts));
        var error = $"{e.GetType().Name}: {e.Message}";
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        var mine = scope.ServiceProvider.GetRequiredService<MarketDb>().Set<OutboxRow>().Where(r => r.Id == row.Id && r.LeaseToken == row.LeaseToken);
        if (parked && subscriptions.Named(row.Subscriber) is { LeavesNothing: true })
        {
            await mine.ExecuteDeleteAsync(cancellationToken);
            return;
        }

        await mine.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, parked ? OutboxState.Parked : OutboxState.Pending).SetProperty(r => r.DueAt, due)
                .SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null).SetProperty(r => r.LastError, error).SetProperty(r => r.Payload, payload),
            cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Subscriber} failed on {Row}, attempt {Attempt}")]
    private partial void Failed(string subscriber, Guid row, int attempt, Exception e);
}

/// <summary>Keeps the delivery of one kind going: woken after commits, polling for what a crash left.</summary>
internal sealed partial class DeliveryLane(ReactionKind kind, Deliver deliver, OutboxSignal signal, ILogger<DeliveryLane> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await deliver.RunAsync(kind, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Stumbled(kind, e);
            }

            await signal.WaitAsync(kind, Poll, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The delivery of {Kind} stumbled and goes on")]
    private partial void Stumbled(ReactionKind kind, Exception e);
}
