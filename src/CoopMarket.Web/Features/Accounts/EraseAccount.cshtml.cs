using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What goes with an account and what stays, what is in the way, and the button.</summary>
[EnableRateLimiting(Limit.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EraseAccountModel : MarketPage
{
    /// <summary>How many sentences say what goes, and how many what stays.</summary>
    public const int Goes = 6, Stays = 7;

    [BindProperty]
    public EraseAccount.Form Form { get; set; } = new();

    public IReadOnlyList<InTheWay> InTheWay { get; private set; } = [];

    public async Task OnGetAsync() => InTheWay = await SendAsync(new Erasing.Query(Actor));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new EraseAccount.Command(Actor, Form.IsSure));
        if (outcome.IsDone)
        {
            await HttpContext.SignOutAsync(AccountsArea.Scheme);
            return GoTo("/account/sign-in", "accounts.erase.done");
        }

        InTheWay = await SendAsync(new Erasing.Query(Actor));
        return Again(outcome);
    }
}
