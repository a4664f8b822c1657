using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Orders;

/// <content>Who gets it and where, put right before it is sent.</content>
public sealed partial class Order
{
    /// <summary>When who gets it or where was last put right, UTC; null where it is as it was ordered.</summary>
    public DateTimeOffset? ReaddressedAt { get; private set; }

    /// <summary>Whether who gets it and where can still be put right: something of it is to be sent or fetched, and nothing was.</summary>
    public bool MayBeReaddressed => State is OrderState.AwaitingPayment or OrderState.Placed && _parts.Any(p => !p.HasEnded) && _parts.All(p => p is { ShippedAt: null, DeliveredAt: null });

    /// <summary>
    /// Puts right who gets it and where. Country and, at home, province stay: by them the delivery was priced and the goods allowed.
    /// Where mails go stays too, so that she hears of it whoever did it.
    /// </summary>
    /// <param name="phone">E.164; empty where an e-mail is there instead.</param>
    /// <param name="address">Its country, and at home its province, are left as they are.</param>
    public Outcome Readdress(string name, string phone, DeliveryAddress address, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!MayBeReaddressed)
            return new AlreadySent();
        var (to, at) = (To with { Name = name, Phone = phone }, address with { Country = Address.Country, Province = Address.Country == Zones.HomeCountry ? Address.Province : address.Province });
        if (to == To && at == Address)
            return Outcome.Done;
        (To, Address, ReaddressedAt) = (to, at, now);
        Raise(new OrderReaddressed(Id));
        Moves++;
        return Outcome.Done;
    }
}
