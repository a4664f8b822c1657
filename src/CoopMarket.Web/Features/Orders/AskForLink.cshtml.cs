using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Where the pages of an order lead whoever may not open them: how it would open, and its link by mail again. The same for
/// every code, whether there is such an order or not.
/// </summary>
[EnableRateLimiting(Limit.Reset)]
internal sealed class AskForLinkModel : BuyerPage
{
    [BindProperty]
    public AskForLink.Form Form { get; set; } = new();

    /// <summary>Whether signing in may open it.</summary>
    public bool IsGuest => Actor.IsGuest;

    public void OnGet(string? code) => Form.Code = PublicCode.TryParse(code, out var read) ? read.Value : null;

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AskForLink.Command(Actor, Form.Code, Form.Email));
        return outcome.IsDone ? GoTo("/orders/link", "orders.link.again.done") : Again(outcome);
    }
}
