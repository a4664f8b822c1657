using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

[EnableRateLimiting(Limit.Order)]
internal sealed class CheckoutModel : CheckoutStep
{
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return View.Offer.IsEmpty ? GoTo("/cart") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Form.Seen ??= "";
        var outcome = await SendAsync(Form.ToCommand(Actor, BasketCookie));
        if (!outcome.IsDone)
        {
            await LoadAsync();
            return outcome.Refusal is BasketEmpty ? GoToWith("/cart", outcome.Refusal) : Again(outcome);
        }

        OrderCookie.Keep(HttpContext, outcome.Value.Code, outcome.Value.Secret);
        if (Actor.IsGuest)
            ForgetBasket();
        return GoTo($"/orders/{outcome.Value.Code}", "orders.placed");
    }
}
