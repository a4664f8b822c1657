using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Where mailed links lead: the secret moves into a cookie, and the reader to the form.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LinkModel : MarketPage
{
    public async Task<IActionResult> OnGetAsync(string token)
    {
        var link = await SendAsync(new OpenLink.Query(Actor, token));
        if (link is null)
            return GoToWith("/account/forgotten", new LinkSpent());
        this.KeepLink(token);
        return GoTo(link.Purpose == LinkPurpose.ConfirmEmail ? "/account/confirm-email" : "/account/new-password");
    }
}
