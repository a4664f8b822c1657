using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmEmailModel : MarketPage
{
    /// <summary>The address to confirm.</summary>
    public string Email { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (Actor.IsGuest)
            return GoTo("/account/sign-in?returnUrl=/account/confirm-email", "accounts.confirm.sign-in");
        var link = await SendAsync(new OpenLink.Query(Actor, this.KeptLink()));
        Email = link?.Email ?? "";
        return link is null ? GoToWith("/account/sign-in", new LinkSpent()) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ConfirmEmail.Command(Actor, this.KeptLink()));
        this.ForgetLink();
        return outcome.IsDone ? GoTo("/account", "accounts.confirm.done") : GoToWith("/account/sign-in", outcome.Refusal ?? new LinkSpent());
    }
}
