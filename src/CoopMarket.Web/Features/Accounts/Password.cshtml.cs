using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PasswordModel : MarketPage
{
    [BindProperty]
    public ChangePassword.Form Form { get; set; } = new();

    public async Task OnGetAsync() => await SendAsync(new MyAccount.Query(Actor));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ChangePassword.Command(Actor, Form.Current, Form.Password, Request.Headers.UserAgent.ToString()));
        if (!outcome.IsDone)
            return Again(outcome);
        await this.BeginAsync(outcome.Value);
        return GoTo("/account/security", "accounts.change-password.done");
    }
}
