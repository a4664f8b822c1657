using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Who runs the market, and by which rules.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class PublicPageModel : MarketPage
{
    public PublicText Text { get; private set; } = null!;

    /// <summary>On the page of fees, those to come.</summary>
    public IReadOnlyList<FeesToCome.View> Coming { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name)
    {
        if (PublicTexts.Find(name) is not { } text)
            return NotFound();
        Text = text;
        Coming = name == "fees" ? await SendAsync(new FeesToCome.Query(Actor)) : [];
        return Page();
    }
}
