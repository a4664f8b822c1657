namespace CoopMarket.Domain.Shared;

/// <summary>An amount in whole minor units of one currency (đồng for <see cref="Currency.VND"/>); negative amounts are allowed.</summary>
/// <param name="Minor">Whole minor units, never a fraction.</param>
/// <param name="Currency">The currency of the units.</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>The largest amount a person may type or an order may reach: 99,999,999,999 ₫, far from overflow.</summary>
    public const long Most = 99_999_999_999;

    /// <summary>An amount of đồng.</summary>
    public static Money Dong(long dong) => new(dong, Currency.VND);

    /// <summary>Nothing, in one currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    public bool IsZero => Minor == 0;

    public static Money operator +(Money a, Money b) => new(checked(a.Minor + b.In(a.Currency)), a.Currency);

    public static Money operator -(Money a, Money b) => new(checked(a.Minor - b.In(a.Currency)), a.Currency);

    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    public static Money operator *(Money a, int times) => new(checked(a.Minor * times), a.Currency);

    public static bool operator <(Money a, Money b) => a.Minor < b.In(a.Currency);

    public static bool operator >(Money a, Money b) => a.Minor > b.In(a.Currency);

    public static bool operator <=(Money a, Money b) => a.Minor <= b.In(a.Currency);

    public static bool operator >=(Money a, Money b) => a.Minor >= b.In(a.Currency);

    /// <summary>The sum of all amounts, zero in <paramref name="currency"/> when there are none.</summary>
    /// <exception cref="InvalidOperationException">One of them is in another currency.</exception>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency = Currency.VND)
    {
        var sum = Zero(currency);
        foreach (var amount in amounts)
            sum += amount;
        return sum;
    }

    /// <summary>A share in basis points (100 = 1 %), rounded half up, away from zero for negative amounts.</summary>
    public Money BasisPoints(int basisPoints)
    {
        var product = checked((Int128)Minor * basisPoints);
        var half = product >= 0 ? 5_000 : -5_000;
        return new((long)((product + half) / 10_000), Currency);
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Minor.CompareTo(other.In(Currency));

    /// <summary>For logs and tests only; pages format money in one place of their own.</summary>
    public override string ToString() => $"{Minor} {Currency}";

    private long In(Currency currency) => Currency == currency
        ? Minor
        : throw new InvalidOperationException($"{Currency} does not mix with {currency}.");
}
