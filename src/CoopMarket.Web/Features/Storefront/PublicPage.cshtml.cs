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

    /// <summary>On the page of fees, the one to come; null where none is.</summary>
    public FeeToCome.View? NextFee { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name)
    {
        if (PublicTexts.Find(name) is not { } text)
            return NotFound();
        Text = text;
        NextFee = name == "fees" ? await SendAsync(new FeeToCome.Query(Actor)) : null;
        return Page();
    }
}
