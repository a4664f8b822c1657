using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Shipping;

/// <summary>A delivery price list from a moment on: a cooperative's own, or the market's for all that have none. Only ever added.</summary>
public sealed class DeliveryRule : Entity
{
    private RateTable? _table;

    private DeliveryRule()
    {
    }

    public RuleId Id { get; private init; }

    /// <summary>Whose list it is; null for the market's.</summary>
    public CooperativeId? Cooperative { get; private init; }

    /// <summary>From when on it is in force, UTC, included.</summary>
    public DateTimeOffset From { get; private init; }

    /// <summary>The rows; see <see cref="RateTable"/>.</summary>
    public IReadOnlyList<DeliveryRate> Rates { get; private init; } = [];

    /// <summary>Whether buyers in Vietnam may fetch their goods at the cooperative, which costs nothing.</summary>
    public bool PickUp { get; private init; }

    /// <summary>Who added it; null for what the market began with.</summary>
    public PersonId? By { get; private init; }

    /// <summary>The rows, ready to be asked.</summary>
    public RateTable Table => _table ??= new(From, Rates);

    /// <summary>Adds a list.</summary>
    /// <exception cref="ArgumentException">The rows have a flaw; ask <see cref="RateTable.FindFlaw"/> first.</exception>
    public static DeliveryRule Add(RuleId id, CooperativeId? cooperative, DateTimeOffset from, IReadOnlyList<DeliveryRate> rates, bool pickUp, PersonId? by)
    {
        if (RateTable.FindFlaw(rates) is { } flaw)
            throw new ArgumentException($"No price list: {flaw}.", nameof(rates));
        var rule = new DeliveryRule { Id = id, Cooperative = cooperative, From = from, Rates = rates, PickUp = pickUp, By = by };
        rule.Raise(new DeliveryPricesSet(id, cooperative));
        return rule;
    }

    /// <summary>The list in force for a cooperative: its own latest, else the market's. A withdrawn own list has no rows and no pick-up.</summary>
    public static DeliveryRule? InForce(IEnumerable<DeliveryRule> rules, CooperativeId cooperative, DateTimeOffset at)
    {
        var begun = rules.Where(r => r.From <= at).OrderBy(r => r.From).ThenBy(r => r.Id.Value).ToList();
        return begun.FindLast(r => r.Cooperative == cooperative) is { } own && (own.Rates.Count > 0 || own.PickUp)
            ? own
            : begun.FindLast(r => r.Cooperative is null);
    }
}

/// <summary>What delivery costs was said anew.</summary>
/// <param name="Cooperative">For whom; null for all that have no list of their own.</param>
[EventName("shipping.delivery-prices-set")]
public sealed record DeliveryPricesSet(RuleId Rule, CooperativeId? Cooperative) : DomainEvent;
