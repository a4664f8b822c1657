using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// An order's page. The secret of a link is swapped for a cookie and taken out of the address at once, so that it stays in no
/// history and no referrer.
/// </summary>
[EnableRateLimiting(Limit.OrderLink)]
internal sealed class BuyerOrderModel : BuyerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public OrderPage.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "s")] string? secret)
    {
        if (secret is not null && await HttpContext.RequestServices.GetRequiredService<OrderSecrets>().OpensAsync(Code, secret, null, HttpContext.RequestAborted))
        {
            OrderCookie.Keep(HttpContext, PublicCode.Parse(Code).Value, secret);
            return GoTo($"/orders/{PublicCode.Parse(Code).Value}");
        }

        if (await SendAsync(new OrderPage.Query(Actor, Code, SecretOf(Code))) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }

    public Task<IActionResult> OnPostReceivedAsync(SellerOrderId part) => DoAsync(new BuyerReceived.Command(Actor, Code, SecretOf(Code), part), "orders.done.received");

    public Task<IActionResult> OnPostMissingAsync(SellerOrderId part) => DoAsync(new BuyerNotArrived.Command(Actor, Code, SecretOf(Code), part), "orders.done.missing");

    public Task<IActionResult> OnPostCancelPartAsync(SellerOrderId part) => DoAsync(new BuyerCancels.Command(Actor, Code, SecretOf(Code), part), "orders.done.cancelled");

    public Task<IActionResult> OnPostCancelAsync() => DoAsync(new CancelOrder.Command(Actor, Code, SecretOf(Code)), "orders.done.cancelled");

    public Task<IActionResult> OnPostSentAsync(ReturnId back, string? number)
    {
        TempData[TypedNumber(back)] = number;
        return DoAsync(new SendReturn.Command(Actor, Code, SecretOf(Code), back, number ?? ""), "orders.return.done.sent");
    }

    public Task<IActionResult> OnPostKeepAsync(ReturnId back) => DoAsync(new KeepReturn.Command(Actor, Code, SecretOf(Code), back), "orders.return.done.kept");

    /// <summary>Under what the number that she typed waits for the page to show it again.</summary>
    public static string TypedNumber(ReturnId back) => $"return-number-{back}";

    private async Task<IActionResult> DoAsync(IRequest<Outcome> command, string done)
    {
        var outcome = await SendAsync(command);
        return outcome.IsDone ? GoTo($"/orders/{Code}", done) : outcome.Refusal is NotFound ? NotFound() : GoToWith($"/orders/{Code}", outcome.Refusal!);
    }
}
