using CoopMarket.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Prices the deliveries anew for what is typed so far, and loses none of it. An address of its own, so that it doesn't count as ordering.</summary>
internal sealed class CheckoutDeliveryModel : CheckoutStep
{
    public IActionResult OnGet() => GoTo("/checkout");

    public async Task<IActionResult> OnPostAsync()
    {
        Form.Seen ??= "";
        if (Form.Changed() is { } changed)
        {
            await SendAsync(new ChangeBasket.Command(Actor, BasketCookie, [changed]));
            // She did it herself: that needs no telling.
            Form.Seen = "";
        }

        await LoadAsync();
        return View.Offer.IsEmpty ? GoTo("/cart") : Page();
    }
}
