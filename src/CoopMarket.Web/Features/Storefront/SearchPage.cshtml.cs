using System.Globalization;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Search, and its field on small screens.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
[EnableRateLimiting(Limit.Search)]
internal sealed class SearchPageModel : MarketPage
{
    /// <summary>As typed, cut where nobody types so much.</summary>
    public string Text { get; private set; } = "";

    public SearchPage.View Found { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var text = Request.Query["q"].ToString().Trim();
        Text = text.Length <= Search.Contract.Finder.Longest ? text : text[..Search.Contract.Finder.Longest];
        _ = int.TryParse(Request.Query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        Found = await SendAsync(new SearchPage.Query(Actor, Text, page));
    }

    /// <summary>The address of another page of what was found.</summary>
    public string PageAddress(int page)
        => $"{Request.PathBase}/search?q={Uri.EscapeDataString(Text)}" + (page > 1 ? "&p=" + page.ToString(CultureInfo.InvariantCulture) : "");
}
