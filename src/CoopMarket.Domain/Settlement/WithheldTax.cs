using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>
/// What was withheld from a seller for one part of an order and one kind of supply, or given back of it. Written once, never changed:
/// what is withheld of a part is the sum of its rows.
/// </summary>
public sealed class WithheldTax
{
    private WithheldTax()
    {
    }

    public WithheldTaxId Id { get; private init; }

    /// <summary>What caused it: the source of its entry in the ledger.</summary>
    public Guid Source { get; private init; }

    public OrderId Order { get; private init; }

    public SellerOrderId SellerOrder { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public SupplyKind Kind { get; private init; }

    /// <summary>What the seller is entitled to more; below zero where something went back to the buyer.</summary>
    public Money Base { get; private init; }

    /// <summary>The rate of value-added tax; 100 = 1 %.</summary>
    public int VatBasisPoints { get; private init; }

    /// <summary>Withheld; below zero where it is given back.</summary>
    public Money Vat { get; private init; }

    /// <summary>The rate of personal income tax; 50 = 0.5 %.</summary>
    public int IncomeBasisPoints { get; private init; }

    /// <summary>Withheld; below zero where it is given back.</summary>
    public Money Income { get; private init; }

    /// <summary>When what it is for happened, UTC.</summary>
    public DateTimeOffset HappenedAt { get; private init; }

    /// <summary>When it was written, UTC; its month is the one of this, so that a month that is over never changes.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Both taxes.</summary>
    public Money Tax => Vat + Income;

    /// <summary>Writes down a change.</summary>
    public static WithheldTax Write(
        WithheldTaxId id, Guid source, OrderId order, SellerOrderId part, CooperativeId cooperative, TaxChange change, DateTimeOffset happenedAt, DateTimeOffset now) => new()
        {
            Id = id,
            Source = source,
            Order = order,
            SellerOrder = part,
            Cooperative = cooperative,
            Kind = change.Kind,
            Base = change.Base,
            VatBasisPoints = change.VatBasisPoints,
            Vat = change.Vat,
            IncomeBasisPoints = change.IncomeBasisPoints,
            Income = change.Income,
            HappenedAt = happenedAt,
            RecordedAt = now,
        };
}

/// <summary>What is to be withheld more for one kind of supply; below zero: given back.</summary>
public sealed record TaxChange(SupplyKind Kind, Money Base, int VatBasisPoints, Money Vat, int IncomeBasisPoints, Money Income);

/// <summary>How much is withheld.</summary>
public static class Withholding
{
    /// <summary>
    /// What has to change so that what is withheld of a part is what its worth asks for now. A kind that was withheld from keeps the
    /// rates of its first row, so that nothing is left when all goes back, in however many steps.
    /// </summary>
    /// <param name="worth">What the seller is entitled to now, not negative; a kind that is missing has none.</param>
    /// <param name="before">All rows of the part.</param>
    /// <param name="rates">Those in force; a kind that has none bears the highest.</param>
    /// <exception cref="InvalidOperationException">There are no rates at all, and something is to be withheld.</exception>
    public static IReadOnlyList<TaxChange> Changes(IReadOnlyDictionary<SupplyKind, Money> worth, IReadOnlyCollection<WithheldTax> before, IReadOnlyCollection<WithholdingRate> rates)
    {
        List<TaxChange> changes = [];
        foreach (var kind in Enum.GetValues<SupplyKind>())
        {
            var rows = before.Where(r => r.Kind == kind).ToList();
            if (rows.Count == 0 && !worth.ContainsKey(kind))
                continue;
            var (vat, income) = rows.Count > 0 ? (rows[0].VatBasisPoints, rows[0].IncomeBasisPoints) : RatesOf(kind, rates);
            var due = worth.GetValueOrDefault(kind, Money.Dong(0));
            TaxChange change = new(
                kind, due - Money.Sum(rows.Select(r => r.Base), due.Currency), vat, due.BasisPoints(vat) - Money.Sum(rows.Select(r => r.Vat), due.Currency),
                income, due.BasisPoints(income) - Money.Sum(rows.Select(r => r.Income), due.Currency));
            if (!change.Base.IsZero || !change.Vat.IsZero || !change.Income.IsZero)
                changes.Add(change);
        }

        return changes;
    }

    private static (int Vat, int Income) RatesOf(SupplyKind kind, IReadOnlyCollection<WithholdingRate> rates)
        => rates.Count == 0 ? throw new InvalidOperationException("Nothing says how much tax is to be withheld.")
            : rates.FirstOrDefault(r => r.Kind == kind) is { } rate ? (rate.VatBasisPoints, rate.IncomeBasisPoints)
            : (rates.Max(r => r.VatBasisPoints), rates.Max(r => r.IncomeBasisPoints));
}
