using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>
/// A buyer's word that she withdraws from a contract, as she gave it: never changed. Who signed it stands apart (<see cref="WithdrawalName"/>). Directive 2011/83/EU, Art. 9 to 16, with the
/// function of Art. 11a (Directive (EU) 2023/2673, since 19 June 2026); in the United Kingdom the Consumer Contracts Regulations 2013.
/// </summary>
public sealed class Withdrawal : Entity
{
    /// <summary>Fourteen days after the day on which the last parcel of the order came, to the end of that day wherever she lives.</summary>
    public static readonly TimeSpan TimeToWithdraw = TimeSpan.FromDays(15);

    /// <summary>By when the money is to go back.</summary>
    public static readonly TimeSpan TimeToRefund = TimeSpan.FromDays(14);

    private const string UnitedKingdom = "GB";

    private readonly List<ReturnLine> _lines = [];

    private Withdrawal()
    {
    }

    internal Withdrawal(WithdrawalId id, OrderId order, IEnumerable<ReturnLine> lines, DateTimeOffset now)
    {
        (Id, Order, At) = (id, order, now);
        _lines.AddRange(lines);
        Raise(new ContractWithdrawn(id, order));
    }

    public WithdrawalId Id { get; private init; }

    public OrderId Order { get; private init; }

    /// <summary>When it came in, UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>By when the money is to go back, UTC.</summary>
    public DateTimeOffset RefundBy => At + TimeToRefund;

    /// <summary>What she withdraws from.</summary>
    public IReadOnlyList<ReturnLine> Lines => _lines;

    /// <summary>Whether buyers there may withdraw.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static bool IsOpenTo(string country) => country == UnitedKingdom || EuropeanUnion.Has(country);
}

/// <summary>Who declared a withdrawal: apart from it, because the word stays and she may be forgotten.</summary>
public sealed class WithdrawalName
{
    private WithdrawalName()
    {
    }

    internal WithdrawalName(WithdrawalId withdrawal, string name) => (Withdrawal, Name) = (withdrawal, name);

    public WithdrawalId Withdrawal { get; private init; }

    /// <summary>As typed.</summary>
    public string Name { get; private init; } = "";
}
