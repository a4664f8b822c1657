using System.Linq.Expressions;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>
/// One cooperative's part of an order. Every move goes through the <see cref="Order"/>.
/// <code>
/// from            | to        | when
/// ----------------|-----------|---------------------------------------------------------------
/// AwaitingPayment | ToAccept  | the money came (cash on delivery starts here)
/// AwaitingPayment | Cancelled | not paid in time, or the buyer called the order off
/// Cancelled       | AwaitingPayment | not paid in time, but later, and the goods can still be had
/// ToAccept        | ToPack    | the cooperative accepts
/// ToAccept, ToPack| Cancelled | the buyer calls it off (not what is being made to order, unless its harvest is late); Packed too where its seller may not sell
/// ToAccept…Packed | Cancelled | the buyer withdraws (European Union, United Kingdom), or the bank took back what was paid
/// ToAccept…Packed | Declined  | the cooperative declined the last line, or an admin all of them where it may not sell
/// ToPack          | Packed    | it stands ready (for pick-up: may be fetched)
/// Packed          | ToPack    | it was not packed after all
/// ToPack, Packed  | Shipped   | handed to a carrier
/// Packed          | Delivered | fetched at the cooperative (pick-up only)
/// Shipped         | Delivered | by the word of the buyer, the cooperative or the clock
/// Shipped         | Refused   | the buyer did not take it, and it came back (Cancelled where she had withdrawn from all of it)
/// Refused         | Delivered | it was taken and paid at the door after all, by an admin's word
/// Shipped         | Lost      | by the word of the cooperative or an admin
/// Delivered       | Lost      | paid in advance and missed by the buyer: by an admin's word
/// </code>
/// What arrived stays Delivered, whatever of it is given back: see <see cref="Refunds"/>. What the buyer sends back is drawn in
/// <see cref="Return"/>.
/// The buyer's "not arrived" is a flag on Shipped, or on Delivered where another said so less than three days ago, and not a
/// state: the parcel may still come. Only the buyer or an admin takes the flag away.
/// </summary>
public sealed partial class SellerOrder
{
    private readonly List<OrderLine> _lines = [];
    private readonly List<PartRefund> _refunds = [];
    private readonly List<FurtherParcel> _furtherParcels = [];

    private SellerOrder()
    {
    }

    internal SellerOrder(OrderId orderId, PartPlan plan, int position)
    {
        OrderId = orderId;
        Id = plan.Id;
        Position = position;
        Cooperative = plan.Cooperative;
        CooperativeName = plan.CooperativeName;
        Way = plan.Way;
        Delivery = plan.Delivery;
        DeliveryVatBasisPoints = plan.DeliveryVatBasisPoints;
        DaysMin = plan.DaysMin;
        DaysMax = plan.DaysMax;
        CallsFirst = plan.CallsFirst;
        FeeBasisPoints = plan.FeeBasisPoints;
        Goods = Money.Sum(plan.Lines.Select(l => l.UnitPrice * l.Quantity), Delivery.Currency);
        Fee = Goods.BasisPoints(FeeBasisPoints);
        var fees = Allocation.Split(Fee, [.. plan.Lines.Select(l => (l.UnitPrice * l.Quantity).Minor)]);
        _lines.AddRange(plan.Lines.Select((line, i) => new OrderLine(Id, line, i, fees[i])));
        Promise(DateTimeOffset.MinValue, []);
    }

    public SellerOrderId Id { get; private init; }

    /// <summary>The order it is part of.</summary>
    public OrderId OrderId { get; private init; }

    /// <summary>Its place in the order, from 0.</summary>
    public int Position { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>As it was called when the order was placed.</summary>
    public LocalizedText CooperativeName { get; private init; } = LocalizedText.Empty;

    public SellerOrderState State { get; internal set; }

    public DeliveryWay Way { get; private init; }

    /// <summary>What the delivery costs; belongs to the cooperative, bears no fee.</summary>
    public Money Delivery { get; private init; }

    /// <summary>The rate of value-added tax inside the delivery's price when it was ordered; null where nobody knows.</summary>
    public int? DeliveryVatBasisPoints { get; private init; }

    /// <summary>Working days on the way, at least.</summary>
    public int DaysMin { get; private init; }

    /// <summary>Working days on the way, at most.</summary>
    public int DaysMax { get; private init; }

    /// <summary>Whether the cooperative calls the buyer before it accepts: only where she pays in cash, and as it was when she ordered.</summary>
    public bool CallsFirst { get; private init; }

    /// <summary>The price of all lines as ordered.</summary>
    public Money Goods { get; private init; }

    /// <summary>The market's fee on the goods, in basis points, as it was when the order was placed.</summary>
    public int FeeBasisPoints { get; private init; }

    /// <summary>The market's fee in money, half up, its VAT included; the lines' fees sum to it.</summary>
    public Money Fee { get; private init; }

    /// <summary>Its share of what the card was charged, as frozen when the order was placed; the parts' shares sum to the charge.</summary>
    public Money Charged { get; internal set; }

    /// <summary>The first day on which it is sent, in Vietnam, where it waits for a harvest; null where nothing of it does.</summary>
    public DateOnly? SendFrom { get; private set; }

    /// <summary>The last such day; of what waits for none, the last day for sending what was accepted, null before. After it the part is late, and the buyer may call it off.</summary>
    public DateOnly? SendBy { get; private set; }

    /// <summary>When it is sent, where it waits for a harvest; null where nothing of it does.</summary>
    public SendWindow? Window => SendFrom is { } from && SendBy is { } by ? new(from, by) : null;

    /// <summary>By when what was accepted is to be sent, where it waits for no harvest; null else, and once it was handed over or waits to be fetched.</summary>
    public DateOnly? DayToSend => SendFrom is null && (State == SellerOrderState.ToPack || (State == SellerOrderState.Packed && Way != DeliveryWay.PickUp)) ? SendBy : null;

    /// <summary>The same while it is still to be sent; null once it was handed over or nothing more will happen to it.</summary>
    public SendWindow? WindowAhead => ShippedAt is null && !HasEnded ? Window : null;

    /// <summary>By when it is to be accepted, UTC; null while unpaid. What waits for a harvest is not late before the last day of sending is over.</summary>
    public DateTimeOffset? AcceptBy { get; internal set; }

    /// <summary>UTC; null while unpaid.</summary>
    public DateTimeOffset? ToAcceptAt { get; internal set; }

    /// <summary>Whether its buyer has a receipt: of what was never paid and never sent to the cooperative there is none.</summary>
    public bool HasReceipt => ToAcceptAt is not null;

    /// <summary>UTC; null until accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; internal set; }

    /// <summary>UTC; null until packed.</summary>
    public DateTimeOffset? PackedAt { get; internal set; }

    /// <summary>UTC; null until handed to a carrier.</summary>
    public DateTimeOffset? ShippedAt { get; internal set; }

    /// <summary>UTC; null until delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; internal set; }

    /// <summary>Who said that it arrived; null until delivered.</summary>
    public Witness? DeliveredBy { get; internal set; }

    /// <summary>UTC; null unless declined, cancelled, refused or lost.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>
    /// Since when the buyer misses it, UTC; null while nobody does. Stops the clock, and keeps the share held where somebody
    /// else had said that it arrived.
    /// </summary>
    public DateTimeOffset? NotArrivedAt { get; internal set; }

    /// <summary>Who carries its first parcel; null until shipped.</summary>
    public Shipping.Carrier? Carrier { get; internal set; }

    /// <summary>Whether its carrier pays the cash that it collects to the market, as agreed when it was sent; false where nothing is collected.</summary>
    public bool IsCashForMarket { get; internal set; }

    /// <summary>The number of its first parcel; empty where there is none.</summary>
    public string ParcelNumber { get; internal set; } = "";

    /// <summary>What it was sent in besides the first parcel.</summary>
    public IReadOnlyList<FurtherParcel> FurtherParcels => _furtherParcels;

    /// <summary>All that it was sent in, in the order in which it left; none until shipped.</summary>
    public IReadOnlyList<SentParcel> Parcels
        => Carrier is { } carrier ? [new(carrier, ParcelNumber), .. _furtherParcels.OrderBy(p => p.SentAt).Select(p => new SentParcel(p.Carrier, p.Number))] : [];

    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>What was given back after it arrived.</summary>
    public IReadOnlyList<PartRefund> Refunds => _refunds;

    /// <summary>Goods and delivery as ordered.</summary>
    public Money Total => Goods + Delivery;

    /// <summary>The price of what was not declined.</summary>
    public Money GoodsLeft => Money.Sum(_lines.Select(l => l.GoodsLeft), Goods.Currency);

    /// <summary>The fee on what was not declined.</summary>
    public Money FeeLeft => Money.Sum(_lines.Select(l => l.FeeLeft), Goods.Currency);

    /// <summary>What was given back so far, of goods and delivery.</summary>
    public Money Refunded => Money.Sum(_refunds.Select(r => r.Amount), Goods.Currency);

    /// <summary>The market's fee less what it gave up of it.</summary>
    public Money FeeKept => FeeLeft - Money.Sum(_refunds.Select(r => r.Fee), Goods.Currency);

    /// <summary>The price of what was neither declined nor given back.</summary>
    public Money GoodsKept => Money.Sum(_lines.Select(l => Refundable(l.Id)), Goods.Currency);

    /// <summary>What can still be given back of a line's goods, or of the delivery.</summary>
    /// <param name="line">Null: of the delivery.</param>
    /// <exception cref="InvalidOperationException">There is no such line.</exception>
    public Money Refundable(OrderLineId? line)
        => (line is { } of ? Line(of).GoodsLeft : Delivery) - Money.Sum(_refunds.Where(r => r.Line == line).Select(r => r.Amount), Goods.Currency);

    /// <summary>Whether nothing of it is sold: declined, called off, not taken by the buyer, or lost.</summary>
    public bool IsCalledOff => State is SellerOrderState.Declined or SellerOrderState.Cancelled or SellerOrderState.Refused or SellerOrderState.Lost;

    /// <summary>The market's fee on what is sold in the end.</summary>
    public Money FeeInTheEnd => IsCalledOff ? Money.Zero(Fee.Currency) : FeeKept;

    /// <summary>
    /// What the buyer gets back or needn't pay of it: declined, given back after it arrived, or what was called off. What came back
    /// untaken had gone its way, which was paid for.
    /// </summary>
    /// <param name="way">How the order is paid.</param>
    public Money Back(PaymentWay way) => !IsCalledOff ? Goods - GoodsLeft + Refunded
        : State == SellerOrderState.Refused && way != PaymentWay.CashOnDelivery ? Goods : Total;

    /// <summary>What the buyer pays for it in the end, goods and delivery.</summary>
    /// <param name="way">How the order is paid.</param>
    public Money Kept(PaymentWay way) => Total - Back(way);

    /// <summary>Whether something of it can be given back: it arrived, and not all of it went back.</summary>
    public bool MayBeRefunded => State == SellerOrderState.Delivered && Refunded < GoodsLeft + Delivery;

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool HasEnded => State is SellerOrderState.Delivered or SellerOrderState.Declined or SellerOrderState.Cancelled or SellerOrderState.Refused or SellerOrderState.Lost;

    /// <summary>Whether the buyer may still ask to send some of it back.</summary>
    public bool MayBeAskedBack(DateTimeOffset now) => State == SellerOrderState.Delivered && now < DeliveredAt + Return.TimeToAsk;

    /// <summary>Whether the last day of sending is over and it was not even packed.</summary>
    public bool IsLate(DateTimeOffset now)
        => State is SellerOrderState.ToAccept or SellerOrderState.ToPack && SendBy is { } day && now >= WorkingDays.EndOf(day);

    /// <summary>Which parts wait too long for their cooperative: to be accepted, or to be sent by the last day that was promised.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="today">The same in Vietnam.</param>
    public static Expression<Func<SellerOrder, bool>> Overdue(DateTimeOffset now, DateOnly today)
        => part => (part.State == SellerOrderState.ToAccept && part.AcceptBy <= now)
            || ((part.State == SellerOrderState.ToPack || (part.State == SellerOrderState.Packed && part.Way != DeliveryWay.PickUp)) && part.SendBy < today);

    /// <summary>Whether it is among <see cref="Overdue"/>.</summary>
    /// <param name="now">UTC.</param>
    public bool IsOverdue(DateTimeOffset now) => Overdue(now, VietnamDay.Of(now)).Compile()(this);

    /// <summary>Whether the buyer may call it off: before it is packed, unless somebody is at work on what is made for her alone and not late; where its cooperative may not sell, until it is sent.</summary>
    public bool MayBeCancelled(DateTimeOffset now, bool isHalted)
        => (isHalted && State.IsHere()) || IsLate(now) || State == SellerOrderState.ToAccept || (State == SellerOrderState.ToPack && _lines.All(l => l.ReadyInDays is null || l.Left == 0));

    /// <summary>The line.</summary>
    /// <exception cref="InvalidOperationException">There is no such line.</exception>
    public OrderLine Line(OrderLineId id) => _lines.Single(l => l.Id == id);

    internal void Await(IReadOnlyList<DaysOff> closed, DateTimeOffset now)
    {
        State = SellerOrderState.ToAccept;
        ToAcceptAt = now;
        Reckon(closed);
    }

    internal void Reckon(IReadOnlyList<DaysOff> closed)
    {
        AcceptBy = WorkingDays.After(ToAcceptAt!.Value, Order.DaysToAccept, closed);
        if (SendBy is { } day && WorkingDays.EndOf(day) is var end && end > AcceptBy)
            AcceptBy = end;
    }

    // All of a part is sent together, so the last harvest decides, else what takes longest to make; what was declined is waited for no longer, and what
    // was promised is not put off.
    internal void Promise(DateTimeOffset now, IReadOnlyList<DaysOff> closed)
    {
        var left = _lines.Where(l => l.Left > 0).ToList();
        var (window, promised) = (SendWindow.Together(left.Select(l => l.Window).OfType<SendWindow>()), SendFrom is null ? SendBy : null);
        SendFrom = window?.From;
        SendBy = window?.To ?? (AcceptedAt is null ? null : promised ?? VietnamDay.Of(WorkingDays.After(now.AddDays(left.Max(l => l.ReadyInDays) ?? 0), Order.DaysToSend, closed)));
    }

    /// <summary>The fee is given up with the goods in proportion, so that what is given up of a line never sums to more than its fee.</summary>
    internal PartRefund Refund(RefundPlan plan, string reason, DateTimeOffset now)
    {
        var fee = Money.Zero(Goods.Currency);
        if (plan.Line is { } id)
            fee = FeeOnKept(Line(id), Refundable(id)) - FeeOnKept(Line(id), Refundable(id) - plan.Amount);
        PartRefund refund = new(plan, Id, fee, reason, now);
        _refunds.Add(refund);
        return refund;
    }

    private static Money FeeOnKept(OrderLine line, Money kept)
        => line.GoodsLeft.IsZero ? line.FeeLeft : line.FeeLeft with { Minor = (long)(((Int128)line.FeeLeft.Minor * kept.Minor * 2 + line.GoodsLeft.Minor) / (2 * (Int128)line.GoodsLeft.Minor)) };

    internal void Add(FurtherParcel parcel) => _furtherParcels.Add(parcel);

    internal bool TakeOff(string number) => _furtherParcels.RemoveAll(p => p.Number == number) > 0;

    internal void TakeUpAgain() => (State, EndedAt) = (SellerOrderState.AwaitingPayment, null);

    // Nobody waits for it any more, so nobody misses it.
    internal void End(SellerOrderState state, DateTimeOffset now) => (State, EndedAt, NotArrivedAt) = (state, now, null);
}
