using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>What a cooperative changed on a product on sale since an admin last looked. Readers see it at once.</summary>
public sealed class ProductEdit : Entity
{
    private ProductEdit()
    {
    }

    public ProductEditId Id { get; private init; }

    public ProductId Product { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>Who changed it last; null where only photos came or went.</summary>
    public PersonId? By { get; private set; }

    /// <summary>UTC; of the last change.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Field by field.</summary>
    public IReadOnlyList<FactChange> Changes { get; private set; } = [];

    /// <summary>The admin who looked at it; null until then.</summary>
    public PersonId? SeenBy { get; private set; }

    /// <summary>UTC; null until looked at.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Begins the list of changes.</summary>
    public static ProductEdit Begin(ProductEditId id, Product product, IReadOnlyList<FactChange> changes, PersonId? by, DateTimeOffset now)
        => new() { Id = id, Product = product.Id, Cooperative = product.Cooperative, Changes = changes, By = by, At = now };

    /// <summary>Adds later changes, as long as nobody has looked.</summary>
    public void Extend(IReadOnlyList<FactChange> later, PersonId? by, DateTimeOffset now)
        => (Changes, By, At) = (ProductFacts.Join(Changes, later), by ?? By, now);

    /// <summary>An admin looked at it.</summary>
    public void See(PersonId? admin, DateTimeOffset now) => (SeenBy, SeenAt) = (admin, now);
}
