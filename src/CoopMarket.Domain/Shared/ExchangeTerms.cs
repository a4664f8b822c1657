namespace CoopMarket.Domain.Shared;

/// <summary>
/// At which rate and margin đồng are changed into a currency. An order keeps the terms of its placing, so that all that is ever
/// reckoned for it comes out the same.
/// </summary>
/// <param name="Currency">Into which.</param>
/// <param name="Day">The day in Vietnam that the rate holds for; null in đồng.</param>
/// <param name="PerUnit">Hundredths of a đồng for one whole unit, as banks publish it (2,987,654 for 29,876.54 ₫ a euro); 0 in đồng.</param>
/// <param name="MarginBasisPoints">What the market adds, because rates move until it has the money: 100 = 1 %; 0 in đồng.</param>
public sealed record ExchangeTerms(Currency Currency, DateOnly? Day, long PerUnit, int MarginBasisPoints)
{
    private const int HundredPercent = 10_000;
    private const int Hundredths = 100;

    /// <summary>Nothing is exchanged: it is paid in đồng.</summary>
    public static ExchangeTerms None { get; } = new(Currency.VND, null, 0, 0);

    /// <summary>Whether anything is exchanged.</summary>
    public bool IsForeign => Currency != Currency.VND;

    /// <summary>
    /// What an amount of đồng costs in the currency, the margin included, rounded to what the currency is counted in
    /// (<see cref="Currencies.Step"/>): to the nearest, and up where it lies halfway. A negative amount is the mirror image.
    /// </summary>
    /// <exception cref="InvalidOperationException">The amount is not in đồng, or the rate is not above zero.</exception>
    public Money Of(Money dong)
    {
        if (!IsForeign)
            return dong;
        if (dong.Currency != Currency.VND || PerUnit <= 0 || MarginBasisPoints < 0)
            throw new InvalidOperationException($"{dong} can't be changed at {this}.");
        var step = Currency.Step();
        var units = Currency.Exponent() == 0 ? 1 : Hundredths;
        var price = (Int128)Math.Abs(dong.Minor) * Hundredths * units * (HundredPercent + MarginBasisPoints);
        var cost = (Int128)PerUnit * HundredPercent * step;
        var steps = ((price * 2) + cost) / (cost * 2);
        return new(checked((long)(steps * step * Math.Sign(dong.Minor))), Currency);
    }
}

/// <summary>What was changed for the whole, and what of it belongs to a part.</summary>
public static class Exchange
{
    /// <summary>
    /// What belongs to a part of a whole: as large a share of <paramref name="of"/> as the part is of the whole, to the nearest
    /// minor unit, up where it lies halfway. The whole gets all of it.
    /// </summary>
    /// <param name="of">What the whole came to, in any currency; not negative.</param>
    /// <param name="part">Not negative, in the whole's currency.</param>
    /// <param name="whole">Above zero.</param>
    public static Money Part(Money of, Money part, Money whole)
    {
        if (part.Minor < 0 || of.Minor < 0 || whole.Minor <= 0 || part.Currency != whole.Currency)
            throw new ArgumentException($"{part} is no part of {whole}.", nameof(part));
        return of with { Minor = checked((long)((((Int128)of.Minor * part.Minor * 2) + whole.Minor) / ((Int128)whole.Minor * 2))) };
    }

    /// <summary>
    /// What goes back of a charge. It is reckoned from all that has gone back by then, so that no cent is lost on the way: when all of
    /// it has gone back, exactly the charge has, and never more.
    /// </summary>
    /// <param name="charged">What was charged.</param>
    /// <param name="whole">The đồng that it paid; above zero.</param>
    /// <param name="before">The đồng that went back before.</param>
    /// <param name="sent">What went back of the charge for them.</param>
    /// <param name="now">The đồng that go back now.</param>
    /// <returns>Nothing where it is too little for the currency to say; what comes later makes up for it.</returns>
    public static Money Back(Money charged, Money whole, Money before, Money sent, Money now)
    {
        var all = before + now < whole ? before + now : whole;
        var due = Part(charged, all, whole) - sent;
        return due.Minor > 0 ? due : Money.Zero(charged.Currency);
    }
}
