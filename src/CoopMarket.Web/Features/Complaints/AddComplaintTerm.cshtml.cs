using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Complaints;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AddComplaintTermModel : MarketPage
{
    [BindProperty]
    public AddComplaintTerm.Form Form { get; set; } = new();

    public ComplaintTermShelf.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = await SendAsync(new ComplaintTermShelf.Query(Actor));
        Form.From ??= View.Tomorrow;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new AddComplaintTerm.Command(Actor, Form.Kind, Form.Hours, Form.Days, Form.From));
        if (outcome.IsDone)
            return GoTo("/admin/rules/complaints", "settlement.rules.done");
        await OnGetAsync();
        return Again(outcome);
    }
}
