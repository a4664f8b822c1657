using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One story.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class StoryPageModel : MarketPage
{
    public StoryPage.View View { get; private set; } = null!;

    public Reading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await SendAsync(new StoryPage.Query(Actor, slug)) is not { } view)
            return NotFound();
        (View, Reading) = (view, view.In(Languages.Current));
        if (Reading.PlayerOrigin is { } player)
            Headers.LetFrame(HttpContext, player);
        return Page();
    }
}
