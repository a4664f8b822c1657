using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>The home page.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class HomePageModel : MarketPage
{
    public HomePage.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new HomePage.Query(Actor));
}
