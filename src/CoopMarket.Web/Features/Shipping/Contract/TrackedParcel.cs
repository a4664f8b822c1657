using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Shipping.Contract;

/// <summary>A parcel as people read of it.</summary>
/// <param name="By">Who carries it.</param>
/// <param name="Number">Empty where there is none.</param>
/// <param name="Link">Where it can be followed; null where it can't.</param>
internal sealed record TrackedParcel(Carrier By, string Number, Uri? Link)
{
    /// <summary>The carrier's name in the language that is spoken; empty for <see cref="Domain.Shipping.Carrier.Other"/>.</summary>
    public string Carrier => TrackingLink.NameOf(By, Languages.Current);

    public static TrackedParcel Of(Carrier carrier, string number) => new(carrier, number, TrackingLink.For(carrier, number));
}
