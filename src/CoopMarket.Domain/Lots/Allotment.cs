using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Lots;

/// <summary>How many pieces of an order's line are of a lot. Over all lots of a line never more than were ordered.</summary>
public sealed class Allotment : Entity
{
    private Allotment()
    {
    }

    public OrderLineId Line { get; private init; }

    public LotId Lot { get; private init; }

    public VariantId Variant { get; private init; }

    /// <summary>Above zero; where none is left the row goes.</summary>
    public int Pieces { get; private set; }

    /// <summary>Whether they were taken out of what was there of the lot; else it is only said that they are of it.</summary>
    public bool TookStock { get; private init; }

    /// <summary>Some pieces of a line are of a lot.</summary>
    public static Allotment Of(OrderLineId line, LotId lot, VariantId variant, int pieces, bool tookStock)
        => new() { Line = line, Lot = lot, Variant = variant, Pieces = pieces, TookStock = tookStock };

    /// <summary>So many are.</summary>
    public void Set(int pieces) => Pieces = pieces;
}

/// <summary>What is for sale of a size out of one lot.</summary>
/// <param name="BestBefore">Null where it keeps.</param>
/// <param name="Pieces">Above zero.</param>
public readonly record struct LotOnShelf(LotId Lot, DateOnly? BestBefore, DateOnly MadeOn, int Pieces);

/// <summary>Out of which lots an order is served: what expires first, of that what was made first.</summary>
public static class FirstExpiry
{
    /// <summary>The lots in the order in which they are served.</summary>
    public static IReadOnlyList<LotOnShelf> Order(IEnumerable<LotOnShelf> lots)
        => [.. lots.OrderBy(l => l.BestBefore ?? DateOnly.MaxValue).ThenBy(l => l.MadeOn).ThenBy(l => l.Lot.Value)];

    /// <summary>How many are taken from which lot; null where there are not so many in all.</summary>
    /// <param name="quantity">At least 1.</param>
    public static IReadOnlyList<(LotId Lot, int Pieces)>? Take(IEnumerable<LotOnShelf> lots, int quantity)
    {
        List<(LotId, int)> taken = [];
        foreach (var lot in Order(lots))
        {
            if (quantity == 0)
                break;
            var some = Math.Min(quantity, lot.Pieces);
            taken.Add((lot.Lot, some));
            quantity -= some;
        }

        return quantity == 0 ? taken : null;
    }
}
