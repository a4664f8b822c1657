namespace CoopMarket.Domain.Shipping;

/// <summary>One row of a delivery price list: parcels to a zone up to a weight.</summary>
/// <param name="Zone">Where to.</param>
/// <param name="UpToGrams">The heaviest chargeable weight it is for, in grams.</param>
/// <param name="PriceDong">The price of one parcel in đồng; 0 is free delivery.</param>
/// <param name="DaysMin">Working days on the way, at least.</param>
/// <param name="DaysMax">Working days on the way, at most.</param>
public sealed record DeliveryRate(Zone Zone, long UpToGrams, long PriceDong, int DaysMin, int DaysMax);

/// <summary>A row of a price list as it is shown: above one weight, up to the next.</summary>
/// <param name="AboveGrams">The lower bound in grams, not included (0 for the first band).</param>
/// <param name="Rate">The row, with the upper bound.</param>
public sealed record WeightBand(long AboveGrams, DeliveryRate Rate)
{
    /// <summary>Whether a parcel of this chargeable weight falls into the band; 0 g falls into the first.</summary>
    public bool Holds(long grams) => grams <= Rate.UpToGrams && (grams > AboveGrams || AboveGrams == 0);
}

/// <summary>Why rows can't be a price list.</summary>
public enum RateFlaw
{
    /// <summary>A weight isn't above zero.</summary>
    NoWeight,

    /// <summary>A price is below zero.</summary>
    NegativePrice,

    /// <summary>The days are below zero, or the least is above the most.</summary>
    DaysTurned,

    /// <summary>Two rows of a zone have the same weight.</summary>
    SameWeightTwice,

    /// <summary>A heavier parcel to the same zone would cost less.</summary>
    HeavierIsCheaper,
}

/// <summary>What a price list says about one parcel.</summary>
public enum DeliveryAnswer
{
    /// <summary>There is a price.</summary>
    Priced,

    /// <summary>The zone is served, but not with this weight.</summary>
    TooHeavy,

    /// <summary>Nothing is sent to this zone.</summary>
    NotServed,
}

/// <summary>The answer of a price list.</summary>
/// <param name="Answer">Whether there is a price, and if not, why.</param>
/// <param name="Rate">The row that applies; null unless priced.</param>
public sealed record DeliveryQuote(DeliveryAnswer Answer, DeliveryRate? Rate)
{
    /// <summary>The price in đồng; null unless priced.</summary>
    public long? PriceDong => Rate?.PriceDong;
}

/// <summary>
/// A delivery price list, valid from a moment on. It is never changed: a new list with a later start takes its place,
/// and orders keep the price they were placed at.
/// </summary>
public sealed class RateTable
{
    private readonly Dictionary<Zone, List<WeightBand>> bands;

    /// <summary>Makes a list of rows in any order.</summary>
    /// <param name="validFrom">From when on it is valid.</param>
    /// <param name="rates">The rows; none means that nothing is sent.</param>
    /// <exception cref="ArgumentException">The rows have a flaw; ask <see cref="FindFlaw"/> first.</exception>
    public RateTable(DateTimeOffset validFrom, IEnumerable<DeliveryRate> rates)
    {
        var rows = rates.ToList();
        if (FindFlaw(rows) is { } flaw) throw new ArgumentException($"No price list: {flaw}.", nameof(rates));
        ValidFrom = validFrom;
        bands = rows.GroupBy(rate => rate.Zone).ToDictionary(zone => zone.Key, zone => ToBands(zone).ToList());
    }

    /// <summary>From when on it is valid, included.</summary>
    public DateTimeOffset ValidFrom { get; }

    /// <summary>The list in force at a moment: the one that started last. Null when none has started.</summary>
    public static RateTable? InForce(IEnumerable<RateTable> tables, DateTimeOffset at) =>
        tables.Where(table => table.ValidFrom <= at).MaxBy(table => table.ValidFrom);

    /// <summary>The first flaw of the rows; null when they can be a price list.</summary>
    public static RateFlaw? FindFlaw(IEnumerable<DeliveryRate> rates)
    {
        foreach (var zone in rates.GroupBy(rate => rate.Zone))
        {
            DeliveryRate? lighter = null;
            foreach (var rate in zone.OrderBy(rate => rate.UpToGrams))
            {
                if (rate.UpToGrams <= 0) return RateFlaw.NoWeight;
                if (rate.PriceDong < 0) return RateFlaw.NegativePrice;
                if (rate.DaysMin < 0 || rate.DaysMin > rate.DaysMax) return RateFlaw.DaysTurned;
                if (rate.UpToGrams == lighter?.UpToGrams) return RateFlaw.SameWeightTwice;
                if (rate.PriceDong < lighter?.PriceDong) return RateFlaw.HeavierIsCheaper;
                lighter = rate;
            }
        }
        return null;
    }

    /// <summary>The bands of a zone from light to heavy; empty when it isn't served.</summary>
    public IReadOnlyList<WeightBand> Bands(Zone zone) => bands.GetValueOrDefault(zone) ?? [];

    /// <summary>The price of one parcel.</summary>
    /// <param name="zone">Where to.</param>
    /// <param name="grams">The chargeable weight, see <see cref="ParcelWeight.ChargeableGrams"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative.</exception>
    public DeliveryQuote Price(Zone zone, long grams)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grams);
        var served = Bands(zone);
        if (served.Count == 0) return new DeliveryQuote(DeliveryAnswer.NotServed, null);
        return served.FirstOrDefault(band => band.Holds(grams)) is { } band
            ? new DeliveryQuote(DeliveryAnswer.Priced, band.Rate)
            : new DeliveryQuote(DeliveryAnswer.TooHeavy, null);
    }

    private static IEnumerable<WeightBand> ToBands(IEnumerable<DeliveryRate> rates)
    {
        var above = 0L;
        foreach (var rate in rates.OrderBy(rate => rate.UpToGrams))
        {
            yield return new WeightBand(above, rate);
            above = rate.UpToGrams;
        }
    }
}
