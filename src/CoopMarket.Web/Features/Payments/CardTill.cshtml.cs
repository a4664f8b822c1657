using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Between the order and the gateway's page: where she goes from, and where she comes back to.</summary>
[EnableRateLimiting(Limit.Order)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CardTillModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The gateway says that she paid; its own message decides.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public bool IsBack { get; set; }

    public PayOrder.View View { get; private set; } = null!;

    /// <summary>Whether something must be heard of before she can do anything: her money, or whether there is a page.</summary>
    public bool Waits => WaitsFor.Length > 0;

    public string WaitsFor => View.Card is CardAttemptState.Begun or CardAttemptState.Unknown ? "page" : IsBack && View.Card is CardAttemptState.Open or CardAttemptState.Paid ? "money" : "";

    public bool MayGo => !Waits || (WaitsFor == "money" && View.Card == CardAttemptState.Open);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await SendAsync(new PayOrder.Query(Actor, Code, OrderCookie.SecretOf(HttpContext, Code))) is not { Way: PaymentWay.Card } view)
            return NotFound();
        View = view;
        if (view.State is PaymentState.Awaiting or PaymentState.PartlyPaid)
            return Page();
        return view.State == PaymentState.Paid ? GoTo($"/orders/{view.Code}", "payments.pay.thanks") : GoTo($"/orders/{view.Code}");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var page = await SendAsync(new PayByCard.Command(Actor, Code, OrderCookie.SecretOf(HttpContext, Code), Languages.Current));
        return page.IsDone ? Redirect(page.Value.AbsoluteUri) : GoToWith($"/orders/{Code}/card", page.Refusal!);
    }
}
