using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

[EnableRateLimiting(Limit.Register)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PhoneModel : MarketPage
{
    [BindProperty]
    public ChangePhone.Form Form { get; set; } = new();

    public async Task OnGetAsync() => Form.Phone = (await SendAsync(new MyAccount.Query(Actor))).Phone;

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ChangePhone.Command(Actor, Form.Phone, Form.Password));
        return outcome.IsDone ? GoTo("/account/profile", "accounts.phone.done") : Again(outcome);
    }
}
