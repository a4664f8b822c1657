using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shipping;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddCashModel : MarketPage
{
    [BindProperty]
    public AgreeOnCash.Form Form { get; set; } = new();

    public async Task OnGetAsync() => Form.From ??= (await SendAsync(new Rules.Query(Actor))).Tomorrow;

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AgreeOnCash.Command(Actor, Form.Carrier, Form.PaysMarket, Form.From));
        if (outcome.IsDone)
            return GoTo("/admin/rules", "settlement.rules.done");
        return Again(outcome);
    }
}
