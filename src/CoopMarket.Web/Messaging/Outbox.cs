using System.Linq.Expressions;
using System.Text.Json;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Messaging;

/// <summary>Where a message stands.</summary>
internal enum OutboxState
{
    Pending,
    Done,

    /// <summary>Tried often enough; an admin sees it and may send it again.</summary>
    Parked,
}

/// <summary>One event for one subscriber. Retried alone, delivered at least once.</summary>
internal sealed class OutboxRow
{
    /// <summary>Not done yet, parked or not. Named state by state: «not done» would read through all that were ever sent, where the index leads to these.</summary>
    public static Expression<Func<OutboxRow, bool>> IsOpen { get; } = r => r.State == OutboxState.Pending || r.State == OutboxState.Parked;

    public required Guid Id { get; init; }

    /// <summary>The event's fixed name.</summary>
    public required string Event { get; init; }

    public required int EventVersion { get; init; }

    /// <summary>The subscriber's fixed name.</summary>
    public required string Subscriber { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    public OutboxState State { get; set; }

    /// <summary>Not before this moment, UTC.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Until when one node has it, UTC; null when nobody has.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The fencing token of the lease; a node whose lease ran out can't mark it done.</summary>
    public Guid? LeaseToken { get; set; }

    public int Attempts { get; set; }

    /// <summary>The last failure, by type and message.</summary>
    public string? LastError { get; set; }

    /// <summary>UTC; null until done.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>Turns the events of a command into rows of its transaction, one for each subscriber.</summary>
internal sealed class Outbox(MarketDb db, Subscriptions subscriptions, OutboxSignal signal, TimeProvider time, Ids ids)
{
    // What is due the longest is delivered first.
    private static readonly TimeSpan AheadOfOthers = TimeSpan.FromHours(1);

    private readonly List<DomainEvent> _raised = [];
    private bool _any;

    /// <summary>Raises an event that no entity raised.</summary>
    public void Raise(DomainEvent happened) => _raised.Add(happened);

    /// <summary>Adds the rows for all that was raised; called once, before the command's rows are saved.</summary>
    public void Collect()
    {
        var now = time.Now();
        var events = db.ChangeTracker.Entries<Entity>().SelectMany(e => e.Entity.TakeEvents()).Concat(_raised).ToList();
        _raised.Clear();
        foreach (var happened in events)
        {
            foreach (var subscriber in subscriptions.To(happened.GetType()))
            {
                _any = true;
                db.Add(new OutboxRow
                {
                    Id = ids.New(),
                    Event = subscriber.Told.Name,
                    EventVersion = subscriber.Told.Version,
                    Subscriber = subscriber.Name,
                    Payload = JsonSerializer.Serialize(happened, happened.GetType(), Json.Options),
                    RaisedAt = now,
                    DueAt = subscriber.GoesAhead ? now - AheadOfOthers : now,
                });
            }
        }
    }

    /// <summary>
    /// Forgets the messages that name somebody by what she is reached at, sent or waiting: she is forgotten herself. In the running
    /// transaction.
    /// </summary>
    /// <param name="reached">Mail addresses and phones.</param>
    public async Task ForgetAsync(IEnumerable<string> reached, CancellationToken cancellationToken)
    {
        foreach (var one in reached.Where(r => r.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            // A whole value, in the quotes of its JSON: another's address may end alike.
            var (plain, written) = (one.ToLowerInvariant(), JsonSerializer.Serialize(one, Json.Options).ToLowerInvariant());
            await db.Set<OutboxRow>().Where(r => r.Payload.ToLower().Contains(written)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<OutboxRow>().Where(r => r.LastError != null && r.LastError.ToLower().Contains(plain)).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastError, ""), cancellationToken);
        }
    }

    /// <summary>Drops what was raised: the command was rolled back.</summary>
    public void Forget()
    {
        _raised.Clear();
        _any = false;
    }

    /// <summary>Wakes the delivery; called after the commit.</summary>
    public void Signal()
    {
        if (_any)
            signal.Wake();
        _any = false;
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox_rows");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => new { r.State, r.DueAt });
        row.HasIndex(r => r.LeaseToken);
    }
}
