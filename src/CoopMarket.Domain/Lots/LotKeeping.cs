using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Lots;

/// <summary>
/// A product whose stock is kept by lot: what is on hand of each of its sizes is the sum of its lots' pieces. The row is there
/// while it is so.
/// </summary>
public sealed class LotKeeping
{
    private LotKeeping()
    {
    }

    public ProductId Product { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Who began it; null for the market itself.</summary>
    public PersonId? By { get; private init; }

    /// <summary>Begins it.</summary>
    public static LotKeeping Begin(ProductId product, CooperativeId cooperative, PersonId? by, DateTimeOffset now)
        => new() { Product = product, Cooperative = cooperative, By = by, Since = now };
}

/// <summary>How much of one size is there of a lot. Written by conditional updates only, while the size's own row is held.</summary>
public sealed class LotStock
{
    private LotStock()
    {
    }

    public LotId Lot { get; private init; }

    public VariantId Variant { get; private init; }

    /// <summary>What can still be sold, in pieces; part of what is on hand of the size.</summary>
    public int Pieces { get; private init; }

    /// <summary>What is there and isn't for sale, in pieces; no part of what is on hand.</summary>
    public int Aside { get; private init; }

    /// <summary>The first pieces of a size.</summary>
    public static LotStock Begin(LotId lot, VariantId variant, int pieces, int aside = 0) => new() { Lot = lot, Variant = variant, Pieces = pieces, Aside = aside };
}
