namespace CoopMarket.Domain.Orders;

/// <summary>Where a return stands. The table of moves is drawn in <see cref="Return"/>.</summary>
public enum ReturnState
{
    /// <summary>The cooperative is to answer.</summary>
    Asked,

    /// <summary>The buyer is to send it.</summary>
    Agreed,

    /// <summary>The buyer has sent it.</summary>
    OnItsWay,

    /// <summary>It is back, or an admin settled it, and what is to be given back is granted.</summary>
    Done,

    /// <summary>The cooperative does not take it back.</summary>
    Refused,

    /// <summary>The buyer keeps it after all.</summary>
    Dropped,

    /// <summary>There is nothing to send back: the parcel came back untaken, or was lost.</summary>
    Void,

    /// <summary>It came back and not as it must be, or an admin settled it so: nothing is given back for it.</summary>
    Unpaid,

    /// <summary>It was lost on its way back; what is given back an admin said.</summary>
    Lost,
}

/// <summary>Why goods are sent back.</summary>
public enum ReturnReason
{
    /// <summary>Broken, spoiled or open when it came.</summary>
    Damaged,

    /// <summary>Not what was shown, or not what was ordered.</summary>
    NotAsShown,

    /// <summary>The buyer does not want it any more; the cooperative decides.</summary>
    ChangedMind,

    /// <summary>The buyer withdraws, as the law of her country lets her.</summary>
    Withdrawal,
}

/// <summary>
/// Whether a buyer who changed her mind can send goods back. What came broken or wrong can always be sent back.
/// </summary>
public enum Returnable
{
    /// <summary>Food and the like: as long as it was not opened (Directive 2011/83/EU, Art. 16 e).</summary>
    Unopened,

    /// <summary>Cloth, bags, candles: as it came.</summary>
    Any,

    /// <summary>It spoils quickly (Directive 2011/83/EU, Art. 16 d).</summary>
    Never,
}

/// <summary>What can be sent back, by the address of a category. Frozen on the line when an order is placed.</summary>
public static class ReturnTerms
{
    private static readonly Dictionary<string, Returnable> ByCategory = new(StringComparer.Ordinal)
    {
        ["tho-cam"] = Returnable.Any,
        ["sap-ong-nen"] = Returnable.Any,
        ["trai-cay-tuoi"] = Returnable.Never,
    };

    /// <summary>The nearest category that says something decides; most of what is sold here is food, so otherwise it must be unopened.</summary>
    /// <param name="categories">The addresses of the product's category and those above it, the nearest first.</param>
    public static Returnable Of(IEnumerable<string> categories)
        => categories.Where(ByCategory.ContainsKey).Select(c => ByCategory[c]).FirstOrDefault(Returnable.Unopened);
}
