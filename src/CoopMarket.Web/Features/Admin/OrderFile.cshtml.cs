using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
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

    public Task<IActionResult> OnPostArrivedAsync(string code, SellerOrderId part) => SettleAsync(code, new ConfirmArrival.Command(Actor, code, part));

    public Task<IActionResult> OnPostLostAsync(string code, SellerOrderId part) => SettleAsync(code, new ConfirmLoss.Command(Actor, code, part));

    public Task<IActionResult> OnPostTakenAsync(string code, SellerOrderId part) => SettleAsync(code, new ConfirmTaken.Command(Actor, code, part));

    /// <param name="reason">What the buyer reads.</param>
    public async Task<IActionResult> OnPostCallOffAsync(string code, SellerOrderId part, string? reason)
    {
        var outcome = await SendAsync(new CallOffPart.Command(Actor, code, part, reason ?? ""));
        return outcome.IsDone ? GoTo($"/admin/orders/{code}", "admin.order.called-off")
            : outcome.Refusal is NotFound ? NotFound() : outcome.Refusal is { } refusal ? GoToWith($"/admin/orders/{code}", refusal) : GoTo($"/admin/orders/{code}", "admin.order.call-off.no-reason");
    }

    /// <summary>Mails the link of a guest's order to her own address again.</summary>
    public async Task<IActionResult> OnPostLinkAsync(string code)
    {
        if (await SendAsync(new OrderFile.Query(Actor, code)) is not { } shown)
            return NotFound();
        var isSent = shown.IsGuest && (await SendAsync(new AskForLink.Command(Actor, code, shown.To.Email))).IsDone;
        return GoTo($"/admin/orders/{code}", isSent ? "admin.order.link.sent" : "admin.order.link.none", shown.To.Email);
    }

    private async Task<IActionResult> SettleAsync(string code, ICommand command)
    {
        var outcome = await SendAsync(command);
        return outcome.IsDone ? GoTo($"/admin/orders/{code}", "admin.order.settled")
            : outcome.Refusal is NotFound ? NotFound() : GoToWith($"/admin/orders/{code}", outcome.Refusal!);
    }
}
