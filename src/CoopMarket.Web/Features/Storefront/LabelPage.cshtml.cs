using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>The page behind a printed label. No node keeps it, so that a recall is on it at once; a browser that has it already gets nothing anew.</summary>
[OutputCache(NoStore = true)]
internal sealed class LabelPageModel(LabelVisits visits) : MarketPage
{
    public LabelPage.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await SendAsync(new LabelPage.Query(Actor, code)) is not { } view)
            return NotFound();
        View = view;
        // What a browser fetches before anybody wants to see it is no visit.
        if (HttpMethods.IsGet(Request.Method) && !Request.Headers.ContainsKey("Sec-Purpose"))
            visits.Note(view.Lot.Id);
        Response.Headers.Append("Vary", "Accept-Language");
        return Page();
    }
}
