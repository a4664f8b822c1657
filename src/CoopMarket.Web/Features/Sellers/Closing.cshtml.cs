using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Closing from a day to a day, and opening again.</summary>
internal sealed class ClosingModel : DeskPage
{
    [BindProperty]
    public CloseForDays.Form Form { get; set; } = new();

    public IReadOnlyList<ClosedDays.Days> Closed { get; private set; } = [];

    public bool IsManager => Seat.Role == MemberRole.Manager;

    public async Task OnGetAsync() => Closed = await SendAsync(new ClosedDays.Query(Actor, Cooperative));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new CloseForDays.Command(Actor, Cooperative, Form.From, Form.To));
        if (outcome.IsDone)
            return GoTo("/sell/closing", "sellers.closing.done");
        await OnGetAsync();
        return Again(outcome);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid closure)
    {
        var outcome = await SendAsync(new CancelClosing.Command(Actor, Cooperative, closure));
        return outcome.IsDone ? GoTo("/sell/closing", "sellers.closing.cancelled") : GoToWith("/sell/closing", outcome.Refusal!);
    }
}
