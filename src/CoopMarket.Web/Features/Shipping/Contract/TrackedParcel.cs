using CoopMarket.Domain.Shipping;

namespace CoopMarket.Web.Features.Shipping.Contract;

/// <summary>A parcel as people read of it.</summary>
/// <param name="Carrier">The carrier's name; empty for <see cref="Domain.Shipping.Carrier.Other"/>.</param>
/// <param name="Number">Empty where there is none.</param>
/// <param name="Link">Where it can be followed; null where it can't.</param>
internal sealed record TrackedParcel(string Carrier, string Number, Uri? Link)
{
    public static TrackedParcel Of(Carrier carrier, string number) => new(TrackingLink.NameOf(carrier), number, TrackingLink.For(carrier, number));
}
