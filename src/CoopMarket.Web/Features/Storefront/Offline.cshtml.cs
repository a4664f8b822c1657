using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What a browser without a network shows of a page that it never read; kept by the service worker beforehand.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class OfflineModel : MarketPage
{
    public void OnGet()
    {
        // It says the same to everybody.
    }
}
