using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddFeeModel : MarketPage
{
    [BindProperty]
    public AddFeeRule.Form Form { get; set; } = new();

    public Rules.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new Rules.Query(Actor));
        Form.From ??= View.Tomorrow;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AddFeeRule.Command(Actor, Form.Percent, Form.From));
        if (outcome.IsDone)
            return GoTo("/admin/rules", "settlement.rules.done");
        await OnGetAsync();
        return Again(outcome);
    }
}
