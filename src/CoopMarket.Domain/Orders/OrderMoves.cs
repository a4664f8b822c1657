using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Orders;

/// <content>The moves of its parts, see the table in <see cref="SellerOrder"/>.</content>
public sealed partial class Order
{
    /// <summary>The buyer calls off a part that is not packed yet; the caller puts the stock of what was left back.</summary>
    /// <param name="isHalted">Whether its cooperative may not sell, so that also what is packed or being made can be called off.</param>
    public Outcome CancelPart(SellerOrderId id, DateTimeOffset now, bool isHalted = false)
    {
        var part = Required(id);
        if (!part.MayBeCancelled(now, isHalted))
            return part.State == SellerOrderState.ToPack ? new BeingMade() : new WrongStep();
        part.End(SellerOrderState.Cancelled, now);
        RaiseCancelled(part);
        Raise(new BuyerCalledOff(Id, id));
        return Moved();
    }

    /// <summary>The cooperative changed the days on which it is closed: what nobody accepted yet is due later or sooner.</summary>
    public void Reckon(CooperativeId cooperative, IReadOnlyList<DaysOff> closed)
    {
        foreach (var part in _parts.Where(p => p.Cooperative == cooperative && p.State == SellerOrderState.ToAccept))
            part.Reckon(closed);
        Moves++;
    }

    /// <summary>The cooperative will send it: by the harvest that it waits for, else within <see cref="DaysToSend"/> once all of it is made.</summary>
    /// <param name="hasCalled">Whether it called the buyer, and she wants it; asked for where it said that it would.</param>
    /// <param name="closed">The days on which the cooperative is closed; null where there are none.</param>
    public Outcome Accept(SellerOrderId id, DateTimeOffset now, bool hasCalled = false, IReadOnlyList<DaysOff>? closed = null)
    {
        var part = Required(id);
        if (part.State != SellerOrderState.ToAccept)
            return new WrongStep();
        if (part.CallsFirst && !hasCalled)
            return new CallFirst();
        part.State = SellerOrderState.ToPack;
        part.AcceptedAt = now;
        part.Promise(now, closed ?? []);
        return Moved();
    }

    /// <summary>The cooperative can't send some of a line; the caller puts its stock back. With the last line the part ends.</summary>
    /// <param name="quantity">How many, at least 1.</param>
    /// <param name="reason">What the buyer reads.</param>
    public Outcome Decline(SellerOrderId id, OrderLineId lineId, int quantity, string reason, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);
        var part = Required(id);
        if (!part.State.IsHere())
            return new WrongStep();
        var line = part.Line(lineId);
        if (quantity > line.Left)
            return new MoreThanLeft(line.Left);
        var (goods, fee) = line.Decline(quantity, reason);
        part.Promise(now, []);
        var endsPart = part.Lines.All(l => l.Left == 0);
        Raise(new LineDeclined(Id, id, lineId, quantity) { Goods = goods, Fee = fee, Reason = reason, EndsPart = endsPart });
        if (endsPart)
        {
            part.End(SellerOrderState.Declined, now);
            RaiseCancelled(part);
        }

        return Moved();
    }

    /// <summary>It stands ready for the carrier, or to be fetched.</summary>
    public Outcome Pack(SellerOrderId id, DateTimeOffset now)
    {
        var part = Required(id);
        if (part.State != SellerOrderState.ToPack)
            return new WrongStep();
        part.State = SellerOrderState.Packed;
        part.PackedAt = now;
        if (part.Way == DeliveryWay.PickUp)
            Raise(new ReadyToFetch(Id, id));
        return Moved();
    }

    /// <summary>It was handed to a carrier; while on the way the number may be put right.</summary>
    /// <param name="number">Empty where the carrier gives none.</param>
    /// <param name="paysMarket">Whether the carrier pays the cash that it collects to the market, instead of the cooperative.</param>
    public Outcome Ship(SellerOrderId id, Carrier carrier, string number, DateTimeOffset now, bool paysMarket = false)
    {
        var part = Required(id);
        if (part.State is not (SellerOrderState.ToPack or SellerOrderState.Packed or SellerOrderState.Shipped) || part.Way == DeliveryWay.PickUp)
            return new WrongStep();
        if (!TrackingLink.IsNumber(carrier, number))
            return new NoParcelNumber();
        if (part.FurtherParcels.Any(p => IsSame(p.Number, number)))
            return new ParcelKnown();
        if (part.State == SellerOrderState.Shipped && (part.Carrier != carrier || !IsSame(part.ParcelNumber, number.Trim())))
            Raise(new ParcelRenumbered(Id, id));
        part.Carrier = carrier;
        part.ParcelNumber = number.Trim();
        part.IsCashForMarket = paysMarket && Way == PaymentWay.CashOnDelivery;
        if (part.State != SellerOrderState.Shipped)
        {
            part.PackedAt ??= now;
            part.ShippedAt = now;
            part.State = SellerOrderState.Shipped;
            Raise(new ParcelShipped(Id, id));
        }

        return Moved();
    }

    /// <summary>It arrived, or was fetched. While the buyer misses it, only her own word or an admin's counts.</summary>
    public Outcome Deliver(SellerOrderId id, Witness by, DateTimeOffset now)
    {
        var part = Required(id);
        if (part.NotArrivedAt is not null && by is Witness.Cooperative or Witness.Clock)
            return by == Witness.Clock ? new WrongStep() : new BuyerMissesIt();
        if (part is { State: SellerOrderState.Delivered, NotArrivedAt: not null })
        {
            (part.NotArrivedAt, part.DeliveredBy) = (null, by);
            Raise(new MissedParcelFound(Id, id));
            return Moved();
        }

        var onItsWay = part.State == SellerOrderState.Shipped || part is { State: SellerOrderState.Packed, Way: DeliveryWay.PickUp };
        if (!onItsWay || (by == Witness.Clock && part.State != SellerOrderState.Shipped))
            return new WrongStep();
        part.State = SellerOrderState.Delivered;
        part.DeliveredAt = now;
        part.DeliveredBy = by;
        part.NotArrivedAt = null;
        Raise(new ParcelDelivered(Id, id));
        return Moved();
    }

    /// <summary>The buyer misses it, on its way or although another said that it arrived: the clock stops, an admin looks after it.</summary>
    public Outcome Miss(SellerOrderId id, DateTimeOffset now)
    {
        var part = Required(id);
        if (part.NotArrivedAt is not null)
            return Outcome.Done;
        if (!part.MayBeMissed(now))
            return new WrongStep();
        part.NotArrivedAt = now;
        Raise(new ParcelMissed(Id, id));
        return Moved();
    }

    /// <summary>
    /// The buyer did not take it, and it came back; the caller puts the stock back. What was paid for the goods is owed back; the
    /// way there was gone, so its price stays the cooperative's. Where she had withdrawn from all of it, it is called off, and
    /// the way is given back as well (Directive 2011/83/EU, Art. 13).
    /// </summary>
    /// <param name="returns">All returns of the part.</param>
    public Outcome RefuseAtDoor(SellerOrderId id, IReadOnlyList<Return> returns, DateTimeOffset now)
    {
        var part = Required(id);
        if (part.State != SellerOrderState.Shipped)
            return new WrongStep();
        var isWithdrawn = IsWithdrawnFrom(part, returns);
        part.End(isWithdrawn ? SellerOrderState.Cancelled : SellerOrderState.Refused, now);
        Raise(new ParcelRefused(Id, id));
        if (isWithdrawn)
            RaiseCancelled(part);
        else if (Way != PaymentWay.CashOnDelivery)
            Raise(new SellerOrderCancelled(Id, id) { Goods = part.GoodsLeft, Delivery = Money.Zero(part.Delivery.Currency), Fee = part.FeeLeft });
        return Moved();
    }

    /// <summary>
    /// An admin asked: the buyer took it and paid at the door, though its cooperative had written down that it came back. The caller takes
    /// the stock again. What a carrier pays the market shows in its own books; what was paid in advance has gone back to the buyer.
    /// </summary>
    public Outcome TakeAfterAll(SellerOrderId id, DateTimeOffset now)
    {
        var part = Required(id);
        if (!part.MayBeTakenAfterAll(Way))
            return new WrongStep();
        (part.State, part.EndedAt) = (SellerOrderState.Delivered, null);
        (part.DeliveredAt, part.DeliveredBy) = (now, Witness.Admin);
        Raise(new ParcelTakenAfterAll(Id, id));
        Raise(new ParcelDelivered(Id, id));
        return Moved();
    }

    /// <summary>The carrier lost it: the buyer gets everything back, and its stock stays gone.</summary>
    /// <param name="by">The cooperative while it is on its way; an admin also where another had said that it arrived and the buyer misses it.</param>
    public Outcome Lose(SellerOrderId id, Witness by, DateTimeOffset now)
    {
        var part = Required(id);
        if (!part.MayBeLost(Way, by))
            return new WrongStep();
        (part.DeliveredAt, part.DeliveredBy) = (null, null);
        part.End(SellerOrderState.Lost, now);
        Raise(new ParcelLost(Id, id));
        RaiseCancelled(part);
        return Moved();
    }

    private SellerOrder Required(SellerOrderId id) => Part(id) ?? throw new ArgumentException("Not a part of this order.", nameof(id));

    private void RaiseCancelled(SellerOrder part)
        => Raise(new SellerOrderCancelled(Id, part.Id) { Goods = part.GoodsKept, Delivery = part.Refundable(null), Fee = part.FeeKept });

    private Outcome Moved()
    {
        Moves++;
        if (_parts.All(p => p.HasEnded))
            State = _parts.Any(p => p.State == SellerOrderState.Delivered) ? OrderState.Completed : OrderState.Cancelled;
        return Outcome.Done;
    }
}
