namespace CoopMarket.Domain.Shared;

/// <summary>Splits an amount so that no unit is lost and none is made.</summary>
public static class Allocation
{
    /// <summary>
    /// Splits <paramref name="total"/> by <paramref name="weights"/>: each part gets its whole share, the units that remain go
    /// one each to the largest remainders, to the earlier part where two are alike.
    /// </summary>
    /// <param name="total">What to split; may be negative (a correction splits as its mirror image).</param>
    /// <param name="weights">None negative; if all are zero the parts are treated alike.</param>
    /// <returns>As many parts as weights; they sum to <paramref name="total"/>.</returns>
    /// <exception cref="ArgumentException">There are no weights, or one is negative.</exception>
    public static IReadOnlyList<Money> Split(Money total, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0 || weights.Any(w => w < 0))
            throw new ArgumentException("At least one weight, and none negative.", nameof(weights));

        Int128 sum = 0;
        foreach (var weight in weights)
            sum += weight;
        var shares = sum == 0 ? [.. weights.Select(_ => 1L)] : weights;
        sum = sum == 0 ? weights.Count : sum;

        var units = Int128.Abs(total.Minor);
        var parts = new long[shares.Count];
        var remainders = new (Int128 Left, int Index)[shares.Count];
        long given = 0;
        for (var i = 0; i < shares.Count; i++)
        {
            var exact = units * shares[i];
            parts[i] = (long)(exact / sum);
            remainders[i] = (exact % sum, i);
            given += parts[i];
        }

        foreach (var (_, index) in remainders.OrderByDescending(r => r.Left).ThenBy(r => r.Index).Take((int)(units - given)))
            parts[index]++;
        var sign = total.Minor < 0 ? -1 : 1;
        return [.. parts.Select(p => new Money(sign * p, total.Currency))];
    }
}
