namespace CoopMarket.Domain.Shared;

/// <summary>Amounts of other currencies as people type them: «12,40», «1.234,50», «1,234.5», «12».</summary>
public static class TypedMoney
{
    /// <summary>Reads an amount above zero; null where it is none, or has more decimals than the currency.</summary>
    public static Money? Read(string? typed, Currency currency)
        => TypedDecimal.Read(typed, currency.Exponent()) is > 0 and var minor ? new(minor, currency) : null;
}
