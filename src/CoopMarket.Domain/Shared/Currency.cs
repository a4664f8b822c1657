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

    /// <summary>All but the market's own, in the order in which they are offered.</summary>
    public static IReadOnlyList<Currency> Foreign { get; } = [.. Enum.GetValues<Currency>().Where(c => c != Currency.VND)];

    /// <summary>
    /// In which steps of its minor unit a price is counted: cents, whole yen; won by tens, as its smallest coin in use is of ten.
    /// </summary>
    public static int Step(this Currency currency) => currency == Currency.KRW ? 10 : 1;

    /// <summary>The currency of an ISO 4217 code, in whatever letters; null where the market doesn't know it.</summary>
    public static Currency? Find(string? code)
        => code is { Length: 3 } && code.All(char.IsAsciiLetter) && Enum.TryParse<Currency>(code, ignoreCase: true, out var currency) ? currency : null;
}
