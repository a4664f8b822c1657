using System.Runtime.InteropServices;

namespace CoopMarket.Domain.Catalog;

/// <summary>What the net amount of a product is counted in.</summary>
public enum NetKind
{
    /// <summary>Grams.</summary>
    Mass,

    /// <summary>Milliliters.</summary>
    Volume,

    /// <summary>Pieces.</summary>
    Piece,
}

/// <summary>The price that lets a buyer compare sizes: per 100 g, per 100 ml or per piece.</summary>
/// <param name="PriceDong">đồng for <paramref name="BaseAmount"/>, rounded half up.</param>
/// <param name="BaseAmount">100 grams, 100 milliliters or 1 piece.</param>
/// <param name="Kind">What <paramref name="BaseAmount"/> is counted in.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UnitPrice(long PriceDong, int BaseAmount, NetKind Kind)
{
    /// <summary>The unit price of a pack.</summary>
    /// <param name="priceDong">The pack's price in đồng, zero or more.</param>
    /// <param name="netAmount">Grams, milliliters or pieces in the pack, above zero.</param>
    /// <param name="kind">Which of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative price, or nothing in the pack.</exception>
    /// <exception cref="OverflowException">The unit price is beyond any đồng amount.</exception>
    public static UnitPrice Of(long priceDong, long netAmount, NetKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(priceDong);
        ArgumentOutOfRangeException.ThrowIfLessThan(netAmount, 1);
        var baseAmount = BaseOf(kind);
        var rounded = ((Int128)priceDong * baseAmount * 2 + netAmount) / ((Int128)netAmount * 2);
        return new UnitPrice(checked((long)rounded), baseAmount, kind);
    }

    /// <summary>How many grams, milliliters or pieces a unit price is for.</summary>
    public static int BaseOf(NetKind kind) => kind switch
    {
        NetKind.Mass or NetKind.Volume => 100,
        NetKind.Piece => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of net amount."),
    };

    /// <summary>Whether it says more than the price of the pack itself: not of a pack that is counted, nor of just 100 grams or milliliters.</summary>
    public static bool SaysMore(NetKind kind, int netAmount) => kind != NetKind.Piece && netAmount != BaseOf(kind);
}
