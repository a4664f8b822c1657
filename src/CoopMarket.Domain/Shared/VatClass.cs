namespace CoopMarket.Domain.Shared;

/// <summary>How a thing's sale bears value-added tax. Which rate a class has on a day is written down in dated rows, never here.</summary>
public enum VatClass
{
    /// <summary>Outside the tax: what a producer sells of her own growing, not processed further.</summary>
    OwnProduce,

    /// <summary>The lower rate: farm produce, not processed further, that was bought in.</summary>
    FarmTrade,

    /// <summary>What most goods and services bear.</summary>
    Most,

    /// <summary>What is left out when the law lowers the rate of most goods for a time, such as spirits.</summary>
    NeverLowered,
}

/// <summary>The kinds of supply for which the law sets what is withheld from a seller.</summary>
public enum SupplyKind
{
    Goods,

    /// <summary>Work that comes without goods, such as a night at a homestay.</summary>
    Services,

    /// <summary>Making, carrying, and work that comes with goods.</summary>
    Making,

    Other,
}

/// <summary>Value-added tax inside prices that include it.</summary>
public static class VatInside
{
    /// <summary>What of an amount is tax, rounded half up; not negative and never more than the amount.</summary>
    /// <param name="gross">Tax included; not negative.</param>
    /// <param name="basisPoints">The rate on the amount without tax; 800 = 8 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public static Money Of(Money gross, int basisPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gross, Money.Zero(gross.Currency));
        ArgumentOutOfRangeException.ThrowIfNegative(basisPoints);
        var whole = 10_000 + (Int128)basisPoints;
        return gross with { Minor = (long)((((Int128)gross.Minor * basisPoints * 2) + whole) / (2 * whole)) };
    }
}
