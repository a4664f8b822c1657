namespace CoopMarket.Domain.Shared;

/// <summary>The currencies the market knows, by ISO 4217 code. Prices are kept in <see cref="VND"/>.</summary>
public enum Currency
{
    VND,
    USD,
    EUR,
    GBP,
    JPY,
    AUD,
    SGD,
    KRW,
}

/// <summary>Facts of a currency that ISO 4217 lists.</summary>
public static class Currencies
{
    /// <summary>How many decimal digits the minor unit has: 0 for đồng, yen and won, 2 for the others.</summary>
    public static int Exponent(this Currency currency) => currency switch
    {
        Currency.VND or Currency.JPY or Currency.KRW => 0,
        _ => 2,
    };
}
