namespace CoopMarket.Domain.Shipping;

/// <summary>The weight that a carrier charges for.</summary>
public static class ParcelWeight
{
    // Carriers in Vietnam reckon length × width × height in cm / 6000 as kilograms. In mm and grams the factors cancel out.
    private const long CubicMillimetersPerGram = 6000;
    private const long LongestSide = 100_000;

    /// <summary>
    /// What a parcel of this size counts as at least, in grams, rounded up; 0 when a side isn't known.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is negative or longer than 100 m.</exception>
    public static long VolumetricGrams(long lengthMm, long widthMm, long heightMm)
    {
        CheckSide(lengthMm, nameof(lengthMm));
        CheckSide(widthMm, nameof(widthMm));
        CheckSide(heightMm, nameof(heightMm));
        var volume = lengthMm * widthMm * heightMm;
        return (volume + CubicMillimetersPerGram - 1) / CubicMillimetersPerGram;
    }

    /// <summary>The greater of the actual and the volumetric weight, in grams.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight or a side is negative, or a side is longer than 100 m.</exception>
    public static long ChargeableGrams(long actualGrams, long lengthMm, long widthMm, long heightMm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(actualGrams);
        return Math.Max(actualGrams, VolumetricGrams(lengthMm, widthMm, heightMm));
    }

    private static void CheckSide(long side, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(side, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(side, LongestSide, name);
    }
}
