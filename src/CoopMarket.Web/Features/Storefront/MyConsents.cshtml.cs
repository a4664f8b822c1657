using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Stories;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All that a person agreed to, and the one step that takes back what can be taken back.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MyConsentsModel : MarketPage
{
    /// <summary>Codes of orders that are shown for each version of the rules; the others stand among her orders.</summary>
    public const int MostCodes = 50;

    public MyConsents.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new MyConsents.Query(Actor));

    public async Task<IActionResult> OnPostAsync(ConsentId consent)
    {
        var outcome = await SendAsync(new WithdrawOwnConsent.Command(Actor, consent));
        return outcome.IsDone ? GoTo("/account/consents", "accounts.consents.withdrawn") : NotFound();
    }
}
