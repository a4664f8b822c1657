using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What of an order can't be sent, and why.</summary>
internal sealed class DeclineModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Packing;

    public OrderAtDesk.View Shown { get; private set; } = null!;

    /// <summary>What would be declined, to be read once more; null while she chooses.</summary>
    public DeclineForm.Review? Review { get; private set; }

    [BindProperty]
    public DeclineForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        if (!shown.MayDecline)
            return GoTo($"/sell/orders/{code}");
        Shown = shown;
        var open = shown.Lines.Where(l => l.Left > 0).ToList();
        Form = new() { Line = open.Count == 1 ? open[0].Id : null, Quantity = open.Count == 1 ? open[0].Left : 1 };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        // The last line went meanwhile, by a second press or a colleague: there is nothing left to choose from.
        if (!shown.MayDecline)
            return GoToWith($"/sell/orders/{code}", new WrongStep());
        Shown = shown;
        Review = Form.ToReview(shown);
        if (Review is not null)
            return Page();
        var outcome = await SendAsync(new DeclineLine.Command(Actor, Cooperative, shown.Part, Form.Line ?? default, Form.Quantity ?? 0, Form.Reason ?? ""));
        return outcome.IsDone ? GoTo($"/sell/orders/{code}", shown.Told("desk.order.declined-now"), Shared.Show.Phone(shown.To.Phone)) : Again(outcome);
    }
}
