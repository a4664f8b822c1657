using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Lots;

/// <summary>One lot at the desk, and what needs no form of its own.</summary>
internal sealed class OwnLotModel : DeskPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public LotId Id { get; set; }

    public OwnLot.View View { get; private set; } = null!;

    [BindProperty]
    public ChangeLotStock.Form Form { get; set; } = new();

    /// <summary>Whether she may say how the stock is kept.</summary>
    public bool Manages => Seat.Role is MemberRole.Manager;

    /// <summary>Whether she may add photos.</summary>
    public bool Tells => Seat.Role is not MemberRole.Packer;

    public async Task<IActionResult> OnGetAsync() => await LookUpAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostCloseAsync() => DoAsync(new CloseLot.Command(Actor, Cooperative, Id, Again: false), "lots.closed");

    public Task<IActionResult> OnPostReopenAsync() => DoAsync(new CloseLot.Command(Actor, Cooperative, Id, Again: true), "lots.reopened");

    public Task<IActionResult> OnPostKeepAsync() => DoAsync(new KeepByLot.Command(Actor, Cooperative, Id), "lots.stock.kept");

    public Task<IActionResult> OnPostStopKeepingAsync() => DoAsync(new StopKeepingByLot.Command(Actor, Cooperative, Id), "lots.stock.stopped");

    public async Task<IActionResult> OnPostStockAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new ChangeLotStock.Command(Actor, Cooperative, Id, Form.Variant, Form.Cause, Form.Quantity, Form.Reason, Form.Seen));
        if (outcome.IsDone)
            return GoTo($"/sell/lots/{Id}", "catalog.stock.noted");
        return outcome.Refusal is NotFound ? NotFound() : Again(outcome);
    }

    private async Task<IActionResult> DoAsync(ICommand command, string notice)
    {
        if (!await LookUpAsync())
            return NotFound();
        var outcome = await SendAsync(command);
        return outcome.Refusal is { } refusal ? GoToWith($"/sell/lots/{Id}", refusal) : GoTo($"/sell/lots/{Id}", notice);
    }

    private async Task<bool> LookUpAsync() => (View = (await SendAsync(new OwnLot.Query(Actor, Cooperative, Id)))!) is not null;
}
