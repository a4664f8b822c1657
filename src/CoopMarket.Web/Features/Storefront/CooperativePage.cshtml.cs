using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One cooperative.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class CooperativePageModel : MarketPage
{
    public CooperativePage.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await SendAsync(new CooperativePage.Query(Actor, slug)) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
