using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>
/// What a cooperative gives back of a part that arrived: of one line's goods, or of its delivery. The market's fee on those goods is
/// given up with them.
/// </summary>
public sealed class PartRefund
{
    private PartRefund()
    {
    }

    internal PartRefund(RefundPlan plan, SellerOrderId part, Money fee, string reason, DateTimeOffset now)
        => (Id, SellerOrderId, Line, Amount, Fee, Reason, GrantedAt) = (plan.Id, part, plan.Line, plan.Amount, fee, reason, now);

    public PartRefundId Id { get; private init; }

    /// <summary>The part it belongs to.</summary>
    public SellerOrderId SellerOrderId { get; private init; }

    /// <summary>Of which line's goods; null where it is of the delivery.</summary>
    public OrderLineId? Line { get; private init; }

    /// <summary>What the buyer gets back, at least 1 đồng.</summary>
    public Money Amount { get; private init; }

    /// <summary>What of the market's fee is given up; nothing on delivery.</summary>
    public Money Fee { get; private init; }

    /// <summary>What the buyer reads.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset GrantedAt { get; private init; }
}

/// <summary>What is to be given back of one line or of the delivery.</summary>
/// <param name="Line">Null: of the delivery.</param>
/// <param name="Amount">At least 1 đồng.</param>
public sealed record RefundPlan(PartRefundId Id, OrderLineId? Line, Money Amount);
