using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Settlement;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminPayoutsModel : MarketPage
{
    /// <summary>Which page of the runs, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PayoutBoard.View View { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new DraftPayouts.Command(Actor));
        if (outcome.IsDone)
            return GoTo($"/admin/payouts/{outcome.Value}", "settlement.payouts.drafted");
        await LoadAsync();
        return Again(outcome);
    }

    private async Task LoadAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new PayoutBoard.Query(Actor, Number));
    }
}
