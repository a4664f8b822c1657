using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Orders;

/// <summary>A parcel as it was handed to a carrier.</summary>
/// <param name="Number">The carrier's; empty where there is none.</param>
public readonly record struct SentParcel(Carrier Carrier, string Number);

/// <summary>
/// One more parcel of a part, after the first. The first is the part's own: with it go the cash to be collected and the word that
/// the part was sent.
/// </summary>
public sealed class FurtherParcel
{
    private FurtherParcel()
    {
    }

    internal FurtherParcel(SellerOrderId sellerOrder, Carrier carrier, string number, DateTimeOffset now)
        => (SellerOrderId, Carrier, Number, SentAt) = (sellerOrder, carrier, number, now);

    /// <summary>The part it belongs to.</summary>
    public SellerOrderId SellerOrderId { get; private init; }

    public Carrier Carrier { get; private init; }

    /// <summary>The carrier's; never empty, since nothing else tells it from the others.</summary>
    public string Number { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset SentAt { get; private init; }
}
