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

    /// <summary>On pages that name the fee, what was set since they were written; null on others.</summary>
    public FeesSet.View? Fees { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name)
    {
        if (PublicTexts.Find(name) is not { } text)
            return NotFound();
        Text = text;
        Fees = name is "fees" or "about" ? await SendAsync(new FeesSet.Query(Actor)) : null;
        return Page();
    }
}
