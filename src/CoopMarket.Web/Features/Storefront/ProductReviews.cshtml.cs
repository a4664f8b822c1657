using System.Globalization;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What buyers say of one product.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
[Reads("p")]
internal sealed class ProductReviewsModel : MarketPage
{
    public ProductReviews.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        _ = int.TryParse(Request.Query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        if (await SendAsync(new ProductReviews.Query(Actor, slug, page)) is not { } view)
            return NotFound();
        if (view.Slug != slug)
            return Moved($"/p/{view.Slug}/reviews");
        View = view;
        return Page();
    }

    /// <summary>The path that search engines should keep: a further page has reviews of its own.</summary>
    public string Canonical => PathOf(View.Page);

    public string PageAddress(int page) => Request.PathBase + PathOf(page);

    private string PathOf(int page) => $"/p/{View.Slug}/reviews" + (page > 1 ? "?p=" + page.ToString(CultureInfo.InvariantCulture) : "");
}
