using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <content>What a buyer sends back, and what she withdraws from.</content>
public sealed partial class Order
{
    /// <summary>Until when the buyer may withdraw, UTC; null where she may not, or as long as something is still to come.</summary>
    public DateTimeOffset? WithdrawBy => !Withdrawal.IsOpenTo(Address.Country) || _parts.Any(p => !p.HasEnded) ? null
        : _parts.Max(p => p.DeliveredAt) + Withdrawal.TimeToWithdraw;

    /// <summary>Whether the buyer may withdraw now.</summary>
    public bool MayBeWithdrawn(DateTimeOffset now)
        => Withdrawal.IsOpenTo(Address.Country) && State is OrderState.Placed or OrderState.Completed && (_parts.Any(p => !p.HasEnded) || now < WithdrawBy);

    /// <summary>How many of a line can still be sent back.</summary>
    /// <param name="returns">All returns of its part.</param>
    public static int LeftToReturn(OrderLine line, IEnumerable<Return> returns)
        => line.Left - returns.Where(r => r.Counts).SelectMany(r => r.Lines).Where(l => l.Line == line.Id).Sum(l => l.Quantity);

    /// <summary>The buyer asks to send something back.</summary>
    /// <param name="before">All returns of the part so far.</param>
    /// <exception cref="ArgumentException">It is a withdrawal, or names a line twice.</exception>
    public Outcome<Return> AskReturn(ReturnId id, SellerOrderId part, ReturnPlan plan, IReadOnlyList<Return> before, DateTimeOffset now)
    {
        if (plan.Reason == ReturnReason.Withdrawal || plan.Lines.DistinctBy(l => l.Line).Count() != plan.Lines.Count)
            throw new ArgumentException("Not such a wish.", nameof(plan));
        var of = Required(part);
        if (of.State != SellerOrderState.Delivered)
            return new WrongStep();
        if (!of.MayBeAskedBack(now))
            return new TooLateToReturn();
        if (Flaw(of, plan, before) is { } flaw)
            return flaw;
        Moves++;
        return new Return(id, of, plan, now);
    }

    /// <summary>
    /// The buyer withdraws: what has not been sent is called off, what was sent she sends back, and everything she paid for it goes
    /// back. The caller puts the stock of what is called off back.
    /// </summary>
    /// <param name="name">Who says so.</param>
    /// <param name="plans">For each part what of it; of a part that was not sent it is always all.</param>
    /// <param name="before">All returns of the order so far.</param>
    public Outcome<Withdrawn> Withdraw(
        WithdrawalId id, string name, IReadOnlyDictionary<SellerOrderId, (ReturnId Id, ReturnPlan Plan)> plans, IReadOnlyList<Return> before, DateTimeOffset now)
    {
        if (WithdrawalFlaw(plans, before, now) is { } flaw)
            return flaw;
        var parts = PartsOf(plans);
        List<SellerOrder> calledOff = [.. parts.Where(p => p.ShippedAt is null && !p.HasEnded)];
        List<ReturnLine> lines = [.. calledOff.SelectMany(p => p.Lines).Where(l => l.Left > 0).Select(l => new ReturnLine(l.Id, l.Left))];
        foreach (var part in calledOff)
        {
            part.End(SellerOrderState.Cancelled, now);
            RaiseCancelled(part);
        }

        List<Return> returns = [.. parts.Except(calledOff).Select(p => new Return(plans[p.Id].Id, p, plans[p.Id].Plan, now))];
        lines.AddRange(returns.SelectMany(r => r.Lines).Select(l => new ReturnLine(l.Line, l.Quantity)));
        Moved();
        return new Withdrawn(new(id, Id, lines, now), new(id, name), returns, calledOff);
    }

    /// <summary>Why she can't withdraw from that; null where she can.</summary>
    /// <param name="plans">What of which part.</param>
    /// <param name="before">All returns of the order.</param>
    /// <param name="now">UTC.</param>
    public Refusal? WithdrawalFlaw(IReadOnlyDictionary<SellerOrderId, (ReturnId Id, ReturnPlan Plan)> plans, IReadOnlyList<Return> before, DateTimeOffset now)
    {
        if (!Withdrawal.IsOpenTo(Address.Country))
            return new NotWithdrawable();
        if (State == OrderState.AwaitingPayment)
            return new NothingPaidYet();
        if (State is not (OrderState.Placed or OrderState.Completed))
            return new AlreadyCalledOff();
        if (!MayBeWithdrawn(now))
            return new TooLateToReturn();
        var parts = PartsOf(plans);
        return parts.Count == 0
            ? new NothingToReturn()
            : parts.Where(p => p.ShippedAt is not null || p.HasEnded).Select(p => Flaw(p, plans[p.Id].Plan, before.Where(r => r.SellerOrder == p.Id))).FirstOrDefault(f => f is not null);
    }

    private static bool IsWithdrawnFrom(SellerOrder part, IReadOnlyList<Return> returns)
    {
        var from = returns.Where(r => r.IsOpen && r.Reason == ReturnReason.Withdrawal && r.SellerOrder == part.Id).SelectMany(r => r.Lines).ToList();
        return from.Count > 0 && part.Lines.All(l => l.Left == from.Where(f => f.Line == l.Id).Sum(f => f.Quantity));
    }

    private List<SellerOrder> PartsOf(IReadOnlyDictionary<SellerOrderId, (ReturnId Id, ReturnPlan Plan)> plans)
        => [.. _parts.Where(p => plans.ContainsKey(p.Id) && (!p.HasEnded || p.State == SellerOrderState.Delivered))];

    /// <summary>What a buyer gets back for what she sent back: its price and, with the last of a part, what its delivery had cost; not that where she changed her mind.</summary>
    /// <param name="back">The return.</param>
    /// <param name="all">All returns of its part.</param>
    public IReadOnlyList<(OrderLineId? Line, Money Amount)> DueFor(Return back, IReadOnlyList<Return> all)
    {
        var part = Required(back.SellerOrder);
        List<(OrderLineId? Line, Money Amount)> due =
            [.. back.Lines.Select(l => ((OrderLineId?)l.Line, Least(part.Line(l.Line).UnitPrice * l.Quantity, part.Refundable(l.Line))))];
        var others = all.Where(r => r.Id != back.Id && r.State is ReturnState.Done or ReturnState.Lost).Append(back);
        if (back.Reason != ReturnReason.ChangedMind && part.Lines.All(l => l.Left == others.SelectMany(r => r.Lines).Where(b => b.Line == l.Id).Sum(b => b.Quantity)))
            due.Add((null, part.Refundable(null)));
        return [.. due.Where(d => d.Amount.Minor > 0)];
    }

    /// <summary>
    /// The goods are back at the cooperative, and what is due for them is given back: by the market, or of what was paid in cash by
    /// the cooperative itself. The market gives up its fee on it either way.
    /// </summary>
    /// <param name="plans">What is given back; empty where nothing is due any more.</param>
    /// <param name="reason">What the buyer reads.</param>
    /// <param name="isLess">Whether it is less than what is due.</param>
    public Outcome TakeBack(Return back, IReadOnlyList<RefundPlan> plans, string reason, DateTimeOffset now, bool isLess = false)
        => isLess && IsMissed(back) ? new BuyerMissesIt() : Close(back, back.State is ReturnState.Agreed or ReturnState.OnItsWay, ReturnState.Done, plans, reason, isUnpaid: false, now);

    /// <summary>
    /// The goods are back at the cooperative and not as they must be, opened, used or spoiled: nothing is given back for them. Who
    /// withdraws bears what her handling took of their worth, up to all of it (Directive 2011/83/EU, Art. 14); who asked as well.
    /// </summary>
    /// <param name="why">What the buyer reads; not empty.</param>
    public Outcome FindWanting(Return back, string why, DateTimeOffset now)
        => IsMissed(back) ? new BuyerMissesIt() : Close(back, back.State is ReturnState.Agreed or ReturnState.OnItsWay, ReturnState.Unpaid, [], why, isUnpaid: true, now);

    /// <summary>The cooperative does not settle it, and is late: an admin does, and says what is given back for it.</summary>
    /// <param name="plans">What is given back; empty for nothing.</param>
    /// <param name="why">What both sides read; not empty.</param>
    public Outcome SettleForSeller(Return back, IReadOnlyList<RefundPlan> plans, string why, DateTimeOffset now)
        => ByAdmin(back, Close(back, back.IsLate(now), plans.Count > 0 ? ReturnState.Done : ReturnState.Unpaid, plans, why, plans.Count == 0, now));

    /// <summary>
    /// An admin asked buyer and carrier: what was sent back is lost. Where the buyer can show that she sent it, what is due goes
    /// back to her all the same (Directive 2011/83/EU, Art. 13).
    /// </summary>
    /// <param name="plans">What is given back; empty for nothing.</param>
    /// <param name="why">What both sides read; not empty.</param>
    public Outcome LoseOnWayBack(Return back, IReadOnlyList<RefundPlan> plans, string why, DateTimeOffset now)
        => ByAdmin(back, Close(back, back.State is ReturnState.Agreed or ReturnState.OnItsWay, ReturnState.Lost, plans, why, plans.Count == 0, now));

    private Outcome Close(Return back, bool mayBe, ReturnState state, IReadOnlyList<RefundPlan> plans, string words, bool isUnpaid, DateTimeOffset now)
    {
        if (!mayBe)
            return new WrongStep();
        var part = Required(back.SellerOrder);
        // What the buyer already has from the carrier's or the clock's point of view may still be on its way: it came back, so it arrived.
        if (part.State == SellerOrderState.Shipped)
            Deliver(part.Id, Witness.Buyer, now);
        if (plans.Count > 0 && GiveBack(part, plans, words, now) is { IsDone: false } refused)
            return refused;
        return back.Settle(state, words, isUnpaid, now);
    }

    // She says that it never came: that it did and is worth less, her own word or an admin's says, not the cooperative's.
    private bool IsMissed(Return back) => back.IsOpen && Required(back.SellerOrder).NotArrivedAt is not null;

    private static Outcome ByAdmin(Return back, Outcome outcome)
    {
        if (outcome.IsDone)
            back.SettledForSeller();
        return outcome;
    }

    private Refusal? Flaw(SellerOrder part, ReturnPlan plan, IEnumerable<Return> before)
    {
        if (plan.Lines.Count == 0)
            return new NothingToReturn();
        foreach (var (id, quantity) in plan.Lines)
        {
            var line = part.Line(id);
            var left = LeftToReturn(line, before);
            if (quantity < 1 || quantity > left)
                return left == 0 ? new NothingToReturn() : new MoreThanLeft(left);
            if (plan.Reason is ReturnReason.ChangedMind or ReturnReason.Withdrawal)
                switch (line.Returnable)
                {
                    case Returnable.Never:
                        return new CannotBeReturned(line.ProductName.In(Language));
                    case Returnable.Unopened when !plan.IsUnopened:
                        return new OnlyUnopened(line.ProductName.In(Language));
                }
        }

        return null;
    }

    private static Money Least(Money one, Money other) => one < other ? one : other;
}

/// <summary>What a withdrawal did.</summary>
/// <param name="Written">The buyer's word.</param>
/// <param name="Signed">Who gave it.</param>
/// <param name="Returns">What she is to send back.</param>
/// <param name="CalledOff">What was not sent and is not any more.</param>
public sealed record Withdrawn(Withdrawal Written, WithdrawalName Signed, IReadOnlyList<Return> Returns, IReadOnlyList<SellerOrder> CalledOff);
