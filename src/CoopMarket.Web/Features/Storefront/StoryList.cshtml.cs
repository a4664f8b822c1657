using System.Globalization;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All stories, or those of a commune, a cooperative or a craft, as the address says.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
[Reads("p", typeof(StoryWay))]
internal sealed class StoryListModel : MarketPage
{
    public StoryList.View View { get; private set; } = null!;

    /// <summary>The path that search engines should keep; null where it is the page's own.</summary>
    public string? Canonical => View.Chosen is null && View.Page == 1 ? null : PathOf(View.Chosen, View.Page);

    public async Task OnGetAsync()
    {
        _ = int.TryParse(Request.Query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        var way = Enum.GetValues<StoryWay>().Where(w => Request.Query.ContainsKey(KeyOf(w))).Select(w => (StoryWay?)w).FirstOrDefault();
        View = await SendAsync(new StoryList.Query(Actor, page, way, way is { } by ? Request.Query[KeyOf(by)].ToString() : null));
    }

    public string AddressOf(StoryEntry entry) => Request.PathBase + PathOf(entry, page: 1);

    public string PageAddress(int page) => Request.PathBase + PathOf(View.Chosen, page);

    private static string KeyOf(StoryWay way) => way.ToString().ToLowerInvariant();

    private static string PathOf(StoryEntry? chosen, int page)
    {
        List<string> query = chosen is null ? [] : [$"{KeyOf(chosen.Way)}={Uri.EscapeDataString(chosen.Value)}"];
        if (page > 1)
            query.Add("p=" + page.ToString(CultureInfo.InvariantCulture));
        return "/stories" + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }
}
