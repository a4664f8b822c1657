using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>
/// The shares of one part of an order, frozen when the order became a sale: written once, never changed. What becomes of the part
/// later is told by the book of income.
/// </summary>
public sealed class SharedSale
{
    private readonly List<SaleShare> _shares = [];

    private SharedSale()
    {
    }

    /// <summary>The part.</summary>
    public SellerOrderId Part { get; private init; }

    /// <summary>The order it is part of.</summary>
    public OrderId Order { get; private init; }

    /// <summary>The order's public code.</summary>
    public string Code { get; private init; } = "";

    public CooperativeId Cooperative { get; private init; }

    /// <summary>When the order became a sale, UTC.</summary>
    public DateTimeOffset SoldAt { get; private init; }

    public IReadOnlyList<SaleShare> Shares => _shares;

    /// <summary>Freezes the shares of a part.</summary>
    /// <param name="lines">Each with the rule of its product.</param>
    /// <param name="delivery">What the buyer pays for the delivery; not shared.</param>
    public static SharedSale Freeze(
        SellerOrderId part, OrderId order, string code, CooperativeId cooperative, DateTimeOffset soldAt, IReadOnlyList<LineToShare> lines, Money delivery)
    {
        var sale = new SharedSale { Part = part, Order = order, Code = code, Cooperative = cooperative, SoldAt = soldAt };
        foreach (var line in lines)
        {
            var shares = IncomeShares.Split(line.Terms, line.Net, line.Quantity);
            for (var i = 0; i < shares.Count; i++)
                sale.Add(line.Line, line.Product, line.Terms[i], shares[i]);
        }

        if (!delivery.IsZero)
            sale.Add(null, null, new(ShareKind.Delivery, null, 0, 0), delivery);
        return sale;
    }

    /// <summary>
    /// What each share amounts to as the part stands now: nothing of the goods until they are delivered, then what was not declined
    /// and not given back.
    /// </summary>
    /// <param name="lines">As they stand now, by id; null while the part is not delivered, or not any more.</param>
    /// <param name="delivery">What of the delivery is the cooperative's.</param>
    /// <returns>Every share with its amount; together they are what the ledger has for the cooperative of the part.</returns>
    public IReadOnlyList<(SaleShare Share, Money Amount)> Due(IReadOnlyDictionary<OrderLineId, LineLeft>? lines, Money delivery)
    {
        List<(SaleShare, Money)> due = [];
        foreach (var group in _shares.OrderBy(s => s.Number).GroupBy(s => s.Line))
        {
            List<SaleShare> shares = [.. group];
            if (group.Key is null)
                due.AddRange(shares.Select(s => (s, delivery)));
            else if (lines is null)
                due.AddRange(shares.Select(s => (s, Money.Zero(s.Amount.Currency))));
            else if (lines[group.Key.Value] is var line)
                due.AddRange(shares.Zip(IncomeShares.Left([.. shares.Select(s => s.Term)], line.Net, line.Quantity, line.GivenBack)));
        }

        return due;
    }

    private void Add(OrderLineId? line, ProductId? product, ShareTerm term, Money amount) => _shares.Add(new(Part, _shares.Count + 1, line, product, term, amount));
}

/// <summary>A line that is to be shared.</summary>
/// <param name="Terms">The rule of its product; ends with the fund's term.</param>
/// <param name="Net">Goods less the market's fee, as ordered.</param>
public sealed record LineToShare(OrderLineId Line, ProductId Product, IReadOnlyList<ShareTerm> Terms, Money Net, int Quantity);

/// <summary>A line as it stands.</summary>
/// <param name="Net">Goods less fee of what was not declined.</param>
/// <param name="Quantity">How many were not declined.</param>
/// <param name="GivenBack">What was given back of its goods since, less the fee that was given up with it.</param>
public sealed record LineLeft(Money Net, int Quantity, Money GivenBack);

/// <summary>One frozen share: of a line, or of the delivery.</summary>
public sealed class SaleShare
{
    private SaleShare()
    {
    }

    internal SaleShare(SellerOrderId part, int number, OrderLineId? line, ProductId? product, ShareTerm term, Money amount)
        => (Part, Number, Line, Product, Kind, Member, PerUnit, Parts, Amount) = (part, number, line, product, term.Kind, term.Member, Money.Dong(term.PerUnit), term.Parts, amount);

    public SellerOrderId Part { get; private init; }

    /// <summary>Its place in the part, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Null where it is the delivery.</summary>
    public OrderLineId? Line { get; private init; }

    /// <summary>Null where it is the delivery.</summary>
    public ProductId? Product { get; private init; }

    public ShareKind Kind { get; private init; }

    /// <summary>Null unless it is a member's.</summary>
    public ProducerId? Member { get; private init; }

    /// <summary>Đồng for each piece, by the rule.</summary>
    public Money PerUnit { get; private init; }

    /// <summary>Parts of what is left, by the rule.</summary>
    public int Parts { get; private init; }

    /// <summary>What it is of all that was ordered.</summary>
    public Money Amount { get; private init; }

    /// <summary>As it is reckoned with.</summary>
    public ShareTerm Term => new(Kind, Member, PerUnit.Minor, Parts);
}
