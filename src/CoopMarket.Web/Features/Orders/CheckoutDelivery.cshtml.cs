using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Prices the deliveries anew for what is typed so far, and loses none of it, also where she goes back to her basket. An address of its own, so that it doesn't count as ordering.</summary>
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

        if (Form.Leave is null)
        {
            await LoadAsync();
            if (View.Offer.IsEmpty)
            {
                Kept.Forget(HttpContext);
                return GoTo("/cart");
            }
        }

        Kept.Keep(HttpContext, Actor, Form);
        return Form.Leave is null ? Page() : GoTo("/cart");
    }
}
