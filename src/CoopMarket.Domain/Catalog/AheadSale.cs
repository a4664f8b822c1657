using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>
/// What is sold ahead of one size out of one harvest. Its pieces are promised and not there yet, so they are counted here and
/// never among what is on hand. When the harvest is written down as received, what is owed is laid aside out of it first, only
/// the rest can be sold from stock, and nothing more is sold ahead.
/// </summary>
public sealed class AheadSale : Entity
{
    /// <summary>The most that is sold ahead of one size.</summary>
    public const int MostQuota = 10_000;

    private AheadSale()
    {
    }

    public AheadSaleId Id { get; private init; }

    public ProductId Product { get; private init; }

    public VariantId Variant { get; private init; }

    /// <summary>The first day on which it is sent, in Vietnam. Orders keep the days that they were placed with.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day on which it is sent, in Vietnam.</summary>
    public DateOnly To { get; private set; }

    /// <summary>The last day on which orders are taken, in Vietnam.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>How many are sold ahead at most, in pieces. Like the two counts below written by conditional updates only.</summary>
    public int Quota { get; private init; }

    /// <summary>How many are sold ahead and not given back, in pieces.</summary>
    public int Sold { get; private init; }

    /// <summary>How many of those were laid aside out of what came in, in pieces.</summary>
    public int Aside { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>UTC; null while orders may be taken. What was sold stays owed.</summary>
    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>Its three counts.</summary>
    public AheadCount Count => new(Quota, Sold, Aside);

    /// <summary>When and until when.</summary>
    public AheadTerms Terms => new(From, To, Until);

    /// <summary>Opens it; nothing is sold yet.</summary>
    public static AheadSale Open(AheadSaleId id, ProductId product, VariantId variant, AheadTerms terms, int quota, DateTimeOffset now)
    {
        var sale = new AheadSale { Id = id, Product = product, Variant = variant, Quota = quota, OpenedAt = now };
        sale.Set(terms);
        return sale;
    }

    /// <summary>Says otherwise when it is sent and until when orders are taken, to those who order from now on.</summary>
    public void Set(AheadTerms terms)
    {
        (From, To, Until) = (terms.From, terms.To, terms.Until);
        Raise(new AheadChanged(Product));
    }
}

/// <summary>When a harvest is sent, and until when it can be ordered ahead.</summary>
/// <param name="From">The first day on which it is sent, in Vietnam.</param>
/// <param name="To">The last.</param>
/// <param name="Until">The last day on which orders are taken, in Vietnam.</param>
public readonly record struct AheadTerms(DateOnly From, DateOnly To, DateOnly Until)
{
    /// <summary>The longest time between the first and the last day of sending, in days: a promise that says less is none.</summary>
    public const int MostDaysLong = 62;

    /// <summary>How far ahead a harvest may be, in days.</summary>
    public const int MostDaysAhead = 370;

    public SendWindow Window => new(From, To);

    /// <summary>Whether the first day is today or later, and not too far ahead.</summary>
    public bool BeginsInTime(DateOnly today) => From >= today && From.DayNumber - today.DayNumber <= MostDaysAhead;

    /// <summary>Whether the last day is not before the first, nor too long after it.</summary>
    public bool EndsInTime => To >= From && To.DayNumber - From.DayNumber < MostDaysLong;

    /// <summary>Whether orders are taken today at least, and no longer than until the last day of sending.</summary>
    public bool TakesOrders(DateOnly today) => Until >= today && Until <= To;
}

/// <summary>
/// The arithmetic of what is sold ahead, in pieces. Always 0 ≤ <paramref name="Aside"/> ≤ <paramref name="Sold"/> ≤
/// <paramref name="Quota"/>; what is laid aside is there, the rest of what is sold is owed by the harvest.
/// </summary>
/// <param name="Quota">How many at most.</param>
/// <param name="Sold">How many were sold and not given back.</param>
/// <param name="Aside">How many of those are laid aside.</param>
public readonly record struct AheadCount(int Quota, int Sold, int Aside)
{
    /// <summary>How many can still be ordered ahead.</summary>
    public int Left => Quota - Sold;

    /// <summary>How many the harvest owes to those who ordered.</summary>
    public int Owed => Sold - Aside;

    public bool IsWhole => 0 <= Aside && Aside <= Sold && Sold <= Quota;

    /// <summary>Sells some ahead; null where not so many are left.</summary>
    /// <param name="quantity">At least 1.</param>
    public AheadCount? Take(int quantity) => quantity <= Left ? this with { Sold = Sold + quantity } : null;

    /// <summary>An order gives some back. What was laid aside for it, and nobody else waits for, can be sold from stock.</summary>
    /// <param name="quantity">At least 1, at most what was sold.</param>
    public (AheadCount Now, int Freed) GiveBack(int quantity)
    {
        var sold = Sold - quantity;
        var aside = Math.Min(Aside, sold);
        return (this with { Sold = sold, Aside = aside }, Aside - aside);
    }

    /// <summary>Some of the harvest came in: what is owed is laid aside first.</summary>
    /// <param name="quantity">At least 0.</param>
    /// <returns>The rest is free to be sold from stock.</returns>
    public (AheadCount Now, int Free) Receive(int quantity)
    {
        var laid = Math.Min(quantity, Owed);
        return (this with { Aside = Aside + laid }, quantity - laid);
    }
}
