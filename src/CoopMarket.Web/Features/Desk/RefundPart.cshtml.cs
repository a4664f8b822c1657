using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What of an order that arrived goes back to the buyer, and why.</summary>
internal sealed class RefundPartModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    public OrderAtDesk.View Shown { get; private set; } = null!;

    /// <summary>What would go back, to be read once more; null while she chooses.</summary>
    public Money? Review { get; private set; }

    [BindProperty]
    public RefundForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        Shown = shown;
        return shown.MayRefund ? Page() : GoTo($"/sell/orders/{code}");
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        Shown = shown;
        if (Form.ToReview(shown) is { } sum)
        {
            Review = sum;
            return Page();
        }

        var outcome = await SendAsync(new RefundSellerOrder.Command(Actor, Cooperative, shown.Part, Form.What ?? "", Form.Amount ?? "", Form.Reason ?? ""));
        if (outcome.IsDone)
            return GoTo($"/sell/orders/{code}", shown.Told("desk.refund.granted"), Shared.Show.Phone(shown.To.Phone));
        // The last of it went meanwhile, by a second press or a colleague: there is nothing left to choose from.
        return shown.MayRefund ? Again(outcome) : GoToWith($"/sell/orders/{code}", outcome.Refusal!);
    }
}
