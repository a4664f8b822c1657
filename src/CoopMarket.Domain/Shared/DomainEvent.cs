namespace CoopMarket.Domain.Shared;

/// <summary>Something that happened, in the past tense. Stored with <see cref="EventNameAttribute"/>'s name, so a class may be renamed.</summary>
public abstract record DomainEvent;

/// <summary>The fixed name and version under which an event is stored.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;
}

/// <summary>A thing with an identity that may raise events; they are stored in the transaction that changes it.</summary>
public abstract class Entity
{
    private readonly List<DomainEvent> _events = [];

    /// <summary>Counts the changes of the row; a stale copy can't be saved.</summary>
    public long Version { get; private set; }

    /// <summary>What was raised since the last call; empties the list.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }

    protected void Raise(DomainEvent happened) => _events.Add(happened);
}
