using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PayOrderModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>She pressed «check again»: the page says that it looked.</summary>
    [BindProperty(SupportsGet = true, Name = "again")]
    public bool LookedAgain { get; set; }

    public PayOrder.View View { get; private set; } = null!;

    public PayOrder.Transfer Transfer => View.Transfer!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await SendAsync(new PayOrder.Query(Actor, Code, OrderCookie.SecretOf(HttpContext, Code))) is not { } view)
            return NotFound();
        View = view;
        if (view.Transfer is not null)
            return Page();
        return view.State == PaymentState.Paid ? GoTo($"/orders/{view.Code}", "payments.pay.thanks") : GoTo($"/orders/{view.Code}");
    }
}
