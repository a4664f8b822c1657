using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.Reset)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ForgottenModel : MarketPage
{
    [BindProperty]
    public ForgetPassword.Form Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ForgetPassword.Command(Actor, Form.Who));
        return outcome.IsDone ? GoTo("/account/forgotten", "accounts.forgotten.done") : Again(outcome);
    }
}
