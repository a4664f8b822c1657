using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>The rate of a class of value-added tax, from a day to come.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddVatModel : MarketPage
{
    [BindProperty]
    public AddVatRate.Form Form { get; set; } = new();

    public Rules.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new Rules.Query(Actor));
        Form.From ??= View.Tomorrow;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AddVatRate.Command(Actor, Form.Class, Form.Percent, Form.From));
        if (outcome.IsDone)
            return GoTo("/admin/rules", "settlement.rules.done");
        await OnGetAsync();
        return Again(outcome);
    }
}
