using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SecurityModel : MarketPage
{
    public IReadOnlyList<MySessions.View> Sessions { get; private set; } = [];

    /// <summary>The session of this page.</summary>
    public Guid? Here => SessionCookie.SessionOf(User);

    public MyFactor.View Factor { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Sessions = await SendAsync(new MySessions.Query(Actor));
        Factor = await SendAsync(new MyFactor.Query(Actor));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        var outcome = await SendAsync(new SignOut.Command(Actor, session));
        return outcome.IsDone ? GoTo("/account/security", "accounts.security.ended") : NotFound();
    }

    public async Task<IActionResult> OnPostEndAllAsync()
    {
        await SendAsync(new SignOutEverywhere.Command(Actor));
        await HttpContext.SignOutAsync(AccountsArea.Scheme);
        return GoTo("/account/sign-in", "accounts.security.ended-all");
    }
}
