using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>One lot before an admin, who may call it back.</summary>
internal sealed class LotFileModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public LotId Id { get; set; }

    [BindProperty]
    public RecallLot.Form Form { get; set; } = new();

    public LotFile.View Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new CallBackLot.Command(Actor, Id, Form.Reason));
        return outcome.IsDone ? GoTo($"/admin/lots/{Id}", "lots.recall.done") : Again(outcome);
    }

    private async Task<bool> LoadAsync() => (Shown = (await SendAsync(new LotFile.Query(Actor, Id)))!) is not null;
}
