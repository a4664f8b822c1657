using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Orders;

/// <content>What is sent in more than one parcel. None of it moves the part: it arrived when all of it did.</content>
public sealed partial class Order
{
    /// <summary>Some of a part is of a lot that was called back: its buyer is to be told, wherever the goods are.</summary>
    public void TellOfRecall(SellerOrderId part, LotId lot) => Raise(new BoughtGoodsRecalled(Id, part, lot));

    /// <summary>So many parcels a part may go in.</summary>
    public const int MostParcels = 10;

    /// <summary>A part that is on its way goes in one more parcel.</summary>
    /// <param name="number">The carrier's; each parcel of the part has its own.</param>
    public Outcome SendFurther(SellerOrderId id, Carrier carrier, string number, DateTimeOffset now)
    {
        var part = Required(id);
        if (part.State != SellerOrderState.Shipped)
            return new WrongStep();
        if (!TrackingLink.IsNumber(number) || !TrackingLink.IsNumber(carrier, number))
            return new NoParcelNumber();
        if (part.Parcels.Any(p => IsSame(p.Number, number)))
            return new ParcelKnown();
        if (part.Parcels.Count >= MostParcels)
            return new TooManyParcels(MostParcels);
        part.Add(new(id, carrier, number.Trim(), now));
        Raise(new FurtherParcelSent(Id, id, number.Trim()));
        Moves++;
        return Outcome.Done;
    }

    /// <summary>A further parcel was written down by mistake.</summary>
    public Outcome TakeOffParcel(SellerOrderId id, string number)
    {
        var part = Required(id);
        if (part.State != SellerOrderState.Shipped || !part.TakeOff(number))
            return new WrongStep();
        Moves++;
        return Outcome.Done;
    }

    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
