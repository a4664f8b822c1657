using System.Globalization;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All stories.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class StoryListModel : MarketPage
{
    public StoryList.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        _ = int.TryParse(Request.Query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        View = await SendAsync(new StoryList.Query(Actor, page));
    }

    public string PageAddress(int page) => Request.PathBase + "/stories" + (page > 1 ? "?p=" + page.ToString(CultureInfo.InvariantCulture) : "");
}
