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
    /// <param name="lines">Each with the rule of its product, or of each of its lots.</param>
    /// <param name="delivery">What the buyer pays for the delivery; not shared.</param>
    public static SharedSale Freeze(
        SellerOrderId part, OrderId order, string code, CooperativeId cooperative, DateTimeOffset soldAt, IReadOnlyList<LineToShare> lines, Money delivery)
    {
        var sale = new SharedSale { Part = part, Order = order, Code = code, Cooperative = cooperative, SoldAt = soldAt };
        foreach (var line in lines)
        {
            var shares = IncomeShares.Left([.. line.Lots.Select(l => (l.Terms, l.Pieces))], line.Net, line.Lots.Sum(l => l.Pieces), Money.Zero(line.Net.Currency));
            foreach (var (lot, amounts) in line.Lots.Zip(shares))
                for (var i = 0; i < amounts.Count; i++)
                    sale.Add(line.Line, line.Product, lot.Terms[i], amounts[i], lot.Lot, line.Lots.Count == 1 ? null : lot.Pieces);
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
                due.AddRange(shares.Zip(LeftOf(shares, line)));
        }

        return due;
    }

    private static IEnumerable<Money> LeftOf(List<SaleShare> shares, LineLeft line)
        => shares[0].Pieces is null
            ? IncomeShares.Left([.. shares.Select(s => s.Term)], line.Net, line.Quantity, line.GivenBack)
            : IncomeShares.Left(
                [.. shares.GroupBy(s => s.Lot).Select(lot => ((IReadOnlyList<ShareTerm>)[.. lot.Select(s => s.Term)], lot.First().Pieces!.Value))],
                line.Net, line.Quantity, line.GivenBack).SelectMany(s => s);

    private void Add(OrderLineId? line, ProductId? product, ShareTerm term, Money amount, LotId? lot = null, int? pieces = null)
        => _shares.Add(new(Part, _shares.Count + 1, line, product, term, amount, lot, pieces));
}

/// <summary>A line that is to be shared.</summary>
/// <param name="Net">Goods less the market's fee, as ordered.</param>
/// <param name="Lots">One where all pieces are shared by the same rule; else in the order in which the line was served, no lot twice.</param>
public sealed record LineToShare(OrderLineId Line, ProductId Product, Money Net, IReadOnlyList<LotToShare> Lots);

/// <summary>Pieces of a line that are shared by one rule.</summary>
/// <param name="Lot">Which lot they are of; null where that makes no difference or is not known.</param>
/// <param name="Terms">The lot's rule or its product's; ends with the fund's term.</param>
/// <param name="Pieces">At least 1.</param>
public sealed record LotToShare(LotId? Lot, IReadOnlyList<ShareTerm> Terms, int Pieces);

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

    internal SaleShare(SellerOrderId part, int number, OrderLineId? line, ProductId? product, ShareTerm term, Money amount, LotId? lot, int? pieces)
        => (Part, Number, Line, Product, Kind, Member, PerUnit, Parts, Amount, Lot, Pieces) = (part, number, line, product, term.Kind, term.Member, Money.Dong(term.PerUnit), term.Parts, amount, lot, pieces);

    public SellerOrderId Part { get; private init; }

    /// <summary>Its place in the part, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Null where it is the delivery.</summary>
    public OrderLineId? Line { get; private init; }

    /// <summary>Null where it is the delivery.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>Of which lot of the line; null where all its pieces were shared alike, or the lot is not known.</summary>
    public LotId? Lot { get; private init; }

    /// <summary>Of how many pieces of the line; null where it is of all.</summary>
    public int? Pieces { get; private init; }

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
