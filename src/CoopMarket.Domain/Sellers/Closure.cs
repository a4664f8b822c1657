using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>Days on which a cooperative takes no orders (the season is over, Tết). What was ordered before is still packed.</summary>
public sealed class Closure : Entity
{
    private Closure()
    {
    }

    public Guid Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>The first day, in Vietnam.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The last day, in Vietnam; it opens on the next.</summary>
    public DateOnly To { get; private init; }

    /// <summary>Closes from one day to another, both counted.</summary>
    /// <exception cref="ArgumentException">The last day comes before the first.</exception>
    public static Closure Of(Guid id, CooperativeId cooperative, DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException("The last day comes before the first.", nameof(to));
        var closure = new Closure { Id = id, Cooperative = cooperative, From = from, To = to };
        closure.Raise(new CooperativeChanged(cooperative));
        return closure;
    }

    /// <summary>The last day of the closed stretch that <paramref name="today"/> lies in; null when it is open today.</summary>
    public static DateOnly? ClosedUntil(IEnumerable<(DateOnly From, DateOnly To)> closures, DateOnly today)
    {
        DateOnly? until = null;
        foreach (var (from, to) in closures.OrderBy(c => c.From))
            if (from <= (until?.AddDays(1) ?? today) && to >= today)
                until = until > to ? until : to;
        return until;
    }

    /// <summary>Opens again before its time, or gives a plan up.</summary>
    public void Cancel() => Raise(new CooperativeChanged(Cooperative));
}
