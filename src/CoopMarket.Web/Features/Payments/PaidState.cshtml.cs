using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Answers a waiting page whether its order is paid, in a few bytes.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PaidStateModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
        => await SendAsync(new PayOrder.Query(Actor, Code, OrderCookie.SecretOf(HttpContext, Code))) is { } view
            ? new JsonResult(new { state = view.State.ToString(), paid = view.Paid.Minor, card = view.Card?.ToString() ?? "" })
            : NotFound();
}
