using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>The cooperative's delivery prices, zone by zone, and whether goods may be fetched.</summary>
internal sealed class OwnDeliveryModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    public OwnDelivery.View Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await SendAsync(new OwnDelivery.Query(Actor, Cooperative));

    public async Task<IActionResult> OnPostPickUpAsync(bool offer)
    {
        var outcome = await SendAsync(new OfferPickUp.Command(Actor, Cooperative, offer));
        return outcome.IsDone
            ? GoTo("/sell/delivery", offer ? "shipping.own.pick-up.offered" : "shipping.own.pick-up.stopped")
            : GoToWith("/sell/delivery", outcome.Refusal!);
    }

    public async Task<IActionResult> OnPostChooseAsync(bool own)
    {
        var outcome = await SendAsync(new ChooseDeliveryPrices.Command(Actor, Cooperative, own));
        return outcome.IsDone
            ? GoTo("/sell/delivery", own ? "shipping.own.choice.own.done" : "shipping.own.choice.market.done")
            : GoToWith("/sell/delivery", outcome.Refusal!);
    }
}
