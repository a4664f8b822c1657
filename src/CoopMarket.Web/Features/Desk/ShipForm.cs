using CoopMarket.Domain.Shipping;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Who carries a parcel, as it was typed.</summary>
internal sealed class ShipForm
{
    public Carrier? Carrier { get; set; }

    /// <summary>The carrier's; may be empty.</summary>
    public string? Number { get; set; }

    /// <summary>Lots that were called back and of which, as she ticked, nothing is in it.</summary>
    public List<string> Without { get; set; } = [];
}
