using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <content>What is taken back: by a cooperative, as long as nobody outside has been told, and by the bank.</content>
public sealed partial class Order
{
    /// <summary>The bank took back what was paid: what has not left yet is called off, what is on its way or there stays sold.</summary>
    /// <returns>The parts that are called off; the caller puts their stock back.</returns>
    public IReadOnlyList<SellerOrder> CallOffUnsent(DateTimeOffset now)
    {
        var unsent = _parts.Where(p => p.State.IsHere()).ToList();
        foreach (var part in unsent)
        {
            part.End(SellerOrderState.Cancelled, now);
            RaiseCancelled(part);
        }

        if (unsent.Count > 0)
            Moved();
        return unsent;
    }

    /// <summary>The market calls off a part in the place of a cooperative that may not sell: all that is left of it is declined; the caller puts its stock back.</summary>
    /// <param name="reason">What the buyer reads.</param>
    public Outcome CallOff(SellerOrderId id, string reason, DateTimeOffset now)
    {
        var part = Required(id);
        if (!part.State.IsHere())
            return new WrongStep();
        foreach (var line in part.Lines.Where(l => l.Left > 0).OrderBy(l => l.Position))
            Decline(id, line.Id, line.Left, reason, now);
        return Outcome.Done;
    }

    /// <summary>The cooperative gives back some or all of a part that arrived; never more than was paid for it. What it got in cash it gives back itself.</summary>
    /// <param name="plans">At least one, each of another line or of the delivery.</param>
    /// <param name="reason">What the buyer reads.</param>
    /// <exception cref="ArgumentException">There is nothing to give back, one thing is named twice, or an amount is below 1 đồng.</exception>
    public Outcome Refund(SellerOrderId id, IReadOnlyList<RefundPlan> plans, string reason, DateTimeOffset now)
    {
        if (plans.Count == 0 || plans.DistinctBy(p => p.Line).Count() != plans.Count || plans.Any(p => p.Amount.Minor < 1))
            throw new ArgumentException("Not a refund.", nameof(plans));
        // Only what a buyer asked to send back counts as given back in cash: a cooperative's word alone would save it the market's fee.
        return Way == PaymentWay.CashOnDelivery ? new PaidInCash() : GiveBack(Required(id), plans, reason, now);
    }

    private Outcome GiveBack(SellerOrder part, IReadOnlyList<RefundPlan> plans, string reason, DateTimeOffset now)
    {
        if (part.State != SellerOrderState.Delivered)
            return new WrongStep();
        if (plans.FirstOrDefault(p => p.Amount > part.Refundable(p.Line)) is { } tooMuch)
            return new MoreThanPaid(part.Refundable(tooMuch.Line).Minor);
        var refunds = plans.Select(p => part.Refund(p, reason, now)).ToList();
        Raise(new RefundGranted(Id, part.Id)
        {
            Goods = Money.Sum(refunds.Where(r => r.Line is not null).Select(r => r.Amount), part.Goods.Currency),
            Delivery = Money.Sum(refunds.Where(r => r.Line is null).Select(r => r.Amount), part.Goods.Currency),
            Fee = Money.Sum(refunds.Select(r => r.Fee), part.Goods.Currency),
            Reason = reason,
        });
        return Moved();
    }

    /// <summary>It was not packed after all.</summary>
    public Outcome Unpack(SellerOrderId id)
    {
        var part = Required(id);
        if (part.State != SellerOrderState.Packed)
            return new WrongStep();
        part.State = SellerOrderState.ToPack;
        part.PackedAt = null;
        return Moved();
    }
}
