using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Rates;

/// <summary>Rates as people type them and banks print them: «29.876,54», «29,876.54», «29876.54», «157.6».</summary>
public static class TypedRate
{
    /// <summary>Hundredths of a đồng; null where it is no rate above zero with at most two decimals.</summary>
    public static long? Read(string? typed) => TypedDecimal.Read(typed, 2) is > 0 and <= ExchangeRate.Most and var read ? read : null;
}
