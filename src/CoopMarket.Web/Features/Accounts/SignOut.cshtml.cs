using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SignOutModel : MarketPage
{
    public IActionResult OnGet() => GoTo("/account");

    public async Task<IActionResult> OnPostAsync()
    {
        if (SessionCookie.SessionOf(User) is { } session)
            await SendAsync(new SignOut.Command(Actor, session));
        await HttpContext.SignOutAsync(AccountsArea.Scheme);
        return GoTo("/", "accounts.sign-out.done");
    }
}
