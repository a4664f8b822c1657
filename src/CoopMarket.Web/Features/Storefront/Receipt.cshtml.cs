using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Storefront;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReceiptModel : MarketPage
{
    public Receipt.View Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, int number)
    {
        if (await SendAsync(new Receipt.Query(Actor, code, OrderCookie.SecretOf(HttpContext, code), number)) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }
}
