using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.Register)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EmailModel : MarketPage
{
    [BindProperty]
    public ChangeEmail.Form Form { get; set; } = new();

    public async Task OnGetAsync() => Form.Email = (await SendAsync(new MyAccount.Query(Actor))).Email;

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ChangeEmail.Command(Actor, Form.Email, Form.Password));
        return outcome.IsDone ? GoTo("/account/profile", "accounts.email.done") : Again(outcome);
    }
}
