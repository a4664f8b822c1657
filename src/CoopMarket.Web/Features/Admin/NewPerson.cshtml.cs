using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewPersonModel : MarketPage
{
    [BindProperty]
    public OpenAccountWithCode.Form Form { get; set; } = new();

    /// <summary>To write down; shown once.</summary>
    public CodeOnPaper? Paper { get; private set; }

    public async Task OnGetAsync() => await SendAsync(new PeoplePage.Query(Actor, null));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new OpenAccountWithCode.Command(Actor, Form.FullName, Form.Who));
        if (!outcome.IsDone)
            return Again(outcome);
        Paper = outcome.Value;
        return Page();
    }
}
