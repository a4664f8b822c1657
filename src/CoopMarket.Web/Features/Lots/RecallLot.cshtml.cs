using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Lots;

/// <summary>A lot is called back.</summary>
internal sealed class RecallLotModel : DeskPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public LotId Id { get; set; }

    [BindProperty]
    public RecallLot.Form Form { get; set; } = new();

    public OwnLot.View Lot { get; private set; } = null!;

    protected override DeskRoles Work => DeskRoles.Manager;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        return Lot.State == LotState.Recalled ? LocalRedirect($"~/sell/lots/{Id}") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new RecallLot.Command(Actor, Cooperative, Id, Form.Reason));
        return outcome.IsDone ? GoTo($"/sell/lots/{Id}/buyers", "lots.recall.done") : Again(outcome);
    }

    private async Task<bool> LookUpAsync() => (Lot = (await SendAsync(new OwnLot.Query(Actor, Cooperative, Id)))!) is not null;
}
