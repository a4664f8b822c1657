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

    /// <summary>Whether she may add photos.</summary>
    public bool Tells => Seat.Role is not MemberRole.Packer;

    public async Task<IActionResult> OnGetAsync() => await LookUpAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostCloseAsync() => DoAsync(new CloseLot.Command(Actor, Cooperative, Id, Again: false), "lots.closed");

    public Task<IActionResult> OnPostReopenAsync() => DoAsync(new CloseLot.Command(Actor, Cooperative, Id, Again: true), "lots.reopened");

    private async Task<IActionResult> DoAsync(ICommand command, string notice)
    {
        if (!await LookUpAsync())
            return NotFound();
        var outcome = await SendAsync(command);
        return outcome.Refusal is { } refusal ? GoToWith($"/sell/lots/{Id}", refusal) : GoTo($"/sell/lots/{Id}", notice);
    }

    private async Task<bool> LookUpAsync() => (View = (await SendAsync(new OwnLot.Query(Actor, Cooperative, Id)))!) is not null;
}
