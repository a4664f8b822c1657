using System.Net.Mime;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Asks the browser for a passkey, as JSON for its script; 404 where there is nobody to ask.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AskForPasskeyModel : MarketPage
{
    public async Task<IActionResult> OnGetAsync(PasskeyPlace at)
    {
        if (await SendAsync(new AskForPasskey.Query(Actor, at, this.KeptTicket())) is not { } question)
            return NotFound();
        this.KeepQuestion(question.Ticket);
        return Content(question.Options, MediaTypeNames.Application.Json);
    }
}
