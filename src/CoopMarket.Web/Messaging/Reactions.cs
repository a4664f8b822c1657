using System.Reflection;
using System.Threading.Channels;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Messaging;

/// <summary>Answers an event. Named after it: <c>On…</c>. Bears any order and repetition.</summary>
internal interface IHandle<in TEvent>
    where TEvent : DomainEvent
{
    Task HandleAsync(TEvent happened, Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>What a reaction does with the world.</summary>
internal enum ReactionKind
{
    /// <summary>Writes to the database: its row is marked done in the same transaction. It does not save by itself.</summary>
    Writes,

    /// <summary>Calls outside (mail): idempotent by <see cref="Delivery.Id"/>, marked done afterwards.</summary>
    CallsOut,
}

/// <summary>The delivery of one event to one subscriber.</summary>
/// <param name="Id">The same at every try.</param>
/// <param name="RaisedAt">When the event happened, UTC.</param>
/// <param name="Attempt">1 for the first try.</param>
internal sealed record Delivery(Guid Id, DateTimeOffset RaisedAt, int Attempt);

/// <summary>A subscriber of one event.</summary>
/// <param name="Name">Fixed for ever, whatever the class is called.</param>
/// <param name="Event">The event's type.</param>
/// <param name="Told">The event's fixed name and version.</param>
/// <param name="Handler">The reaction's type.</param>
/// <param name="Kind">What it does with the world.</param>
/// <param name="Handle">Lets the reaction out of the services act on the event.</param>
internal sealed record Subscription(
    string Name, Type Event, EventNameAttribute Told, Type Handler, ReactionKind Kind, Func<IServiceProvider, DomainEvent, Delivery, CancellationToken, Task> Handle)
{
    /// <summary>Whether its messages go ahead of the others that wait: a person watches, and each brings hundreds of others.</summary>
    public bool GoesAhead { get; init; }

    /// <summary>Whether nothing stays of its messages once they are delivered, or can't be: they know somebody whom the market has forgotten.</summary>
    public bool LeavesNothing { get; init; }

    /// <exception cref="InvalidOperationException">The event has no name.</exception>
    public static Subscription Of<TEvent, THandler>(string name, ReactionKind kind)
        where TEvent : DomainEvent
        where THandler : class, IHandle<TEvent>
        => new(
            name, typeof(TEvent), typeof(TEvent).GetCustomAttribute<EventNameAttribute>() ?? throw new InvalidOperationException($"{typeof(TEvent).Name} has no [EventName]."),
            typeof(THandler), kind, (scope, happened, delivery, cancellationToken) => scope.GetRequiredService<THandler>().HandleAsync((TEvent)happened, delivery, cancellationToken));
}

/// <summary>All subscribers, by event and by name.</summary>
internal sealed class Subscriptions(IEnumerable<Subscription> all)
{
    private readonly ILookup<Type, Subscription> _byEvent = all.ToLookup(s => s.Event);
    private readonly Dictionary<string, Subscription> _byName = all.ToDictionary(s => s.Name, StringComparer.Ordinal);

    public IEnumerable<Subscription> To(Type happened) => _byEvent[happened];

    /// <summary>Null where the subscriber is no longer there.</summary>
    public Subscription? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The names of one kind.</summary>
    public IReadOnlyList<string> Of(ReactionKind kind) => [.. _byName.Values.Where(s => s.Kind == kind).Select(s => s.Name)];
}

/// <summary>Wakes the delivery after a commit; the poll is for crashes only.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool>[] _lanes = [.. Enum.GetValues<ReactionKind>().Select(_ => Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }))];

    public void Wake()
    {
        foreach (var lane in _lanes)
            lane.Writer.TryWrite(true);
    }

    /// <summary>Returns when woken or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(ReactionKind lane, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await _lanes[(int)lane].Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll's turn.
        }
    }
}

/// <summary>Registers reactions.</summary>
internal static class ReactionRegistration
{
    /// <summary>Subscribes <typeparamref name="THandler"/> to an event under a fixed name.</summary>
    /// <param name="services">The registrations.</param>
    /// <param name="name">Fixed for ever.</param>
    /// <param name="kind">What it does with the world.</param>
    /// <param name="goesAhead">See <see cref="Subscription.GoesAhead"/>.</param>
    /// <param name="leavesNothing">See <see cref="Subscription.LeavesNothing"/>.</param>
    /// <exception cref="InvalidOperationException">The event has no name.</exception>
    public static IServiceCollection AddReaction<TEvent, THandler>(this IServiceCollection services, string name, ReactionKind kind, bool goesAhead = false, bool leavesNothing = false)
        where TEvent : DomainEvent
        where THandler : class, IHandle<TEvent>
        => services.AddSingleton(Subscription.Of<TEvent, THandler>(name, kind) with { GoesAhead = goesAhead, LeavesNothing = leavesNothing }).AddScoped<THandler>();
}
