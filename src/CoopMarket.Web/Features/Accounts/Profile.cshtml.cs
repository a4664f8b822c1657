using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProfileModel : MarketPage
{
    [BindProperty]
    public SaveProfile.Form Form { get; set; } = new();

    public MyAccount.View Account { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Account = await SendAsync(new MyAccount.Query(Actor));
        (Form.FullName, Form.Language) = (Account.Name, Account.Language);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new SaveProfile.Command(Actor, Form.FullName, Form.Language));
        if (outcome.IsDone)
            return GoTo("/account/profile", "accounts.profile.done");
        Account = await SendAsync(new MyAccount.Query(Actor));
        return Again(outcome);
    }
}
