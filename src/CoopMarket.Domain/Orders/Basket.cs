using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>What somebody means to buy, over any number of cooperatives. A guest's is found by the key in her cookie, a person's by her.</summary>
public sealed class Basket : Entity
{
    /// <summary>The most different things in one basket.</summary>
    public const int MostLines = 50;

    /// <summary>The most of one thing.</summary>
    public const int MostOfOne = 99;

    /// <summary>How long a guest's basket is kept after it was last touched.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    private readonly List<BasketLine> _lines = [];

    private Basket()
    {
    }

    public BasketId Id { get; private init; }

    /// <summary>The SHA-256 of the guest's key, in hexadecimal digits; null for a person's basket.</summary>
    public string? KeyHash { get; private init; }

    /// <summary>Whose it is; null for guests.</summary>
    public PersonId? Person { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>Counts its changes: two at once meet in this row, so that neither is lost.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<BasketLine> Lines => _lines;

    /// <summary>A guest's empty basket.</summary>
    public static Basket OfGuest(BasketId id, string keyHash, DateTimeOffset now) => new() { Id = id, KeyHash = keyHash, TouchedAt = now };

    /// <summary>A person's empty basket.</summary>
    public static Basket Of(BasketId id, PersonId person, DateTimeOffset now) => new() { Id = id, Person = person, TouchedAt = now };

    /// <summary>Adds some of a variant to what is there.</summary>
    public Outcome Add(VariantId variant, int quantity, DateTimeOffset now)
        => Set(variant, (_lines.Find(l => l.Variant == variant)?.Quantity ?? 0) + quantity, now);

    /// <summary>Makes it so many; 0 takes it out.</summary>
    public Outcome Set(VariantId variant, int quantity, DateTimeOffset now)
    {
        var line = _lines.Find(l => l.Variant == variant);
        if (quantity is < 0 or > MostOfOne)
            return Outcome.Invalid("Quantity", "orders.basket.quantity", MostOfOne);
        if (line is null && quantity > 0 && _lines.Count == MostLines)
            return Outcome.Invalid("", "orders.basket.full", MostLines);
        Touch(now);
        if (quantity == 0)
            _lines.RemoveAll(l => l.Variant == variant);
        else if (line is null)
            _lines.Add(new BasketLine(variant, quantity, now));
        else
            line.Quantity = quantity;
        return Outcome.Done;
    }

    /// <summary>Takes over what a guest had put aside before she signed in; of each thing the larger number, as far as there is room.</summary>
    public void TakeOver(Basket guest, DateTimeOffset now)
    {
        foreach (var line in guest.Lines.OrderBy(l => l.AddedAt).ThenBy(l => l.Variant.Value))
            Set(line.Variant, Math.Max(line.Quantity, _lines.Find(l => l.Variant == line.Variant)?.Quantity ?? 0), now);
    }

    /// <summary>Takes everything out.</summary>
    public void Empty(DateTimeOffset now)
    {
        _lines.Clear();
        Touch(now);
    }

    private void Touch(DateTimeOffset now)
    {
        TouchedAt = now;
        Changes++;
    }
}

/// <summary>Some of one variant.</summary>
public sealed class BasketLine
{
    private BasketLine()
    {
    }

    internal BasketLine(VariantId variant, int quantity, DateTimeOffset now) => (Variant, Quantity, AddedAt) = (variant, quantity, now);

    public VariantId Variant { get; private init; }

    /// <summary>From 1 to <see cref="Basket.MostOfOne"/>.</summary>
    public int Quantity { get; internal set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; private init; }
}
