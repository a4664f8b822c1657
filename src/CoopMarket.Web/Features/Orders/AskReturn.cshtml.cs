using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What of a part is to go back, and why.</summary>
[EnableRateLimiting(Limit.OrderLink)]
internal sealed class AskReturnModel : BuyerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public AskReturn.Form Form { get; set; } = new();

    public ReturnForm.View View { get; private set; } = null!;

    public ReturnForm.PartView Part => View.Parts[0];

    public async Task<IActionResult> OnGetAsync(SellerOrderId part)
        => !await LoadAsync(part) ? NotFound() : View.Parts is [{ MayAsk: true }] ? Page() : GoTo($"/orders/{Code}");

    public async Task<IActionResult> OnPostAsync(SellerOrderId part)
    {
        var outcome = await SendAsync(new AskReturn.Command(Actor, Code, SecretOf(Code), part, Form.Pieces, Form.Reason ?? "", Form.Words ?? "", Form.IsUnopened));
        if (outcome.IsDone)
            return GoTo($"/orders/{Code}", "orders.return.asked");
        // The time ran out, or all of it is on its way back by a second press: there is nothing left to choose from.
        return !await LoadAsync(part) ? NotFound() : View.Parts is [{ MayAsk: true }] ? Again(outcome)
            : outcome.Refusal is null or Domain.Shared.NotFound ? NotFound() : GoToWith($"/orders/{Code}", outcome.Refusal);
    }

    private async Task<bool> LoadAsync(SellerOrderId part)
        => await SendAsync(new ReturnForm.Query(Actor, Code, SecretOf(Code), part)) is { } view && (View = view) is not null;
}
