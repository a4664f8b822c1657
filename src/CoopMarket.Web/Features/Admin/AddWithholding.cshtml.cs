using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>What is withheld for a kind of supply, from a day to come.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddWithholdingModel : MarketPage
{
    [BindProperty]
    public AddWithholdingRate.Form Form { get; set; } = new();

    public Rules.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new Rules.Query(Actor));
        Form.From ??= View.Tomorrow;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AddWithholdingRate.Command(Actor, Form.Kind, Form.Vat, Form.Income, Form.From));
        if (outcome.IsDone)
            return GoTo("/admin/rules", "settlement.rules.done");
        await OnGetAsync();
        return Again(outcome);
    }
}
