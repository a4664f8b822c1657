using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Who carries a parcel and under which number.</summary>
internal sealed class ShipModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Packing;

    public OrderAtDesk.View Shown { get; private set; } = null!;

    /// <summary>Who may carry it: at home everybody but the couriers of the world, abroad these and the post.</summary>
    public IReadOnlyList<Carrier> Carriers => Shown.Address.Country == "VN"
        ? [.. Enum.GetValues<Carrier>().Where(c => c != Carrier.Dhl)]
        : [Carrier.VnPost, Carrier.Dhl, Carrier.Other];

    /// <summary>Whether it left before, and its carrier or number is put right.</summary>
    public bool IsSent => !IsFurther && Shown.State == SellerOrderState.Shipped;

    [BindProperty]
    public ShipForm Form { get; set; } = new();

    /// <summary>Whether the parcel comes on top of others.</summary>
    [BindProperty(Name = "further", SupportsGet = true)]
    public bool IsFurther { get; set; }

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        if (!(shown.State == SellerOrderState.Shipped || (!IsFurther && shown.State is SellerOrderState.ToPack or SellerOrderState.Packed)) || shown.Way == DeliveryWay.PickUp)
            return GoTo($"/sell/orders/{code}");
        Shown = shown;
        // Most further parcels go with the same carrier; their numbers differ.
        if (shown.Parcels is [var first, ..])
            Form = new() { Carrier = first.Carrier, Number = IsFurther ? "" : first.Number };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        (Shown, var carrier, var number) = (shown, Form.Carrier ?? (Carrier)(-1), Form.Number ?? "");
        var outcome = await SendAsync(IsFurther ? (ICommand)new SendFurtherParcel.Command(Actor, Cooperative, shown.Part, carrier, number, Form.Without) : new ShipParcel.Command(Actor, Cooperative, shown.Part, carrier, number));
        return outcome.IsDone ? GoTo($"/sell/orders/{code}", shown.Told(IsFurther ? "desk.order.further.done" : IsSent ? "desk.order.renumbered" : "desk.order.shipped"), Shared.Show.Phone(shown.To.Phone)) : Again(outcome);
    }
}
