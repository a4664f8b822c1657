using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>One order as the office sees it.</summary>
internal sealed class OrderFileModel : MarketPage
{
    public OrderFile.View Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await SendAsync(new OrderFile.Query(Actor, code)) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostArrivedAsync(string code, SellerOrderId part)
    {
        var outcome = await SendAsync(new ConfirmArrival.Command(Actor, code, part));
        return outcome.IsDone ? GoTo($"/admin/orders/{code}", "admin.order.settled")
            : outcome.Refusal is NotFound ? NotFound() : GoToWith($"/admin/orders/{code}", outcome.Refusal!);
    }
}
