using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewPasswordModel : MarketPage
{
    [BindProperty]
    public SetNewPassword.Form Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
        => await SendAsync(new OpenLink.Query(Actor, this.KeptLink())) is null ? GoToWith("/account/forgotten", new LinkSpent()) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new SetNewPassword.Command(Actor, this.KeptLink(), Form.Password));
        if (outcome.Kind == OutcomeKind.Invalid)
            return Again(outcome);
        this.ForgetLink();
        return outcome.IsDone ? GoTo("/account/sign-in", "accounts.new-password.done") : GoToWith("/account/forgotten", outcome.Refusal!);
    }
}
