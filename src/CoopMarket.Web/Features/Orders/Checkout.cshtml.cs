using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
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
            Kept.Keep(HttpContext, Actor, Form);
            return outcome.Refusal is BasketEmpty ? GoToWith("/cart", outcome.Refusal) : Again(outcome);
        }

        Kept.Forget(HttpContext);
        OrderCookie.Keep(HttpContext, outcome.Value.Code, outcome.Value.Secret);
        if (Actor.IsGuest)
            ForgetBasket();
        return Form.Way == nameof(PaymentWay.Card) ? await PayAsync(outcome.Value) : GoTo($"/orders/{outcome.Value.Code}", "orders.placed");
    }

    // Straight on to the page where cards are typed; where that doesn't open now, the order's own page offers it again.
    private async Task<IActionResult> PayAsync(PlaceOrder.Placed placed)
    {
        var page = await SendAsync(new PayByCard.Command(Actor, placed.Code, placed.Secret, Languages.Current));
        return page.IsDone ? Redirect(page.Value.AbsoluteUri) : GoToWith($"/orders/{placed.Code}/card", page.Refusal!);
    }
}
