using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One product.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
internal sealed class ProductPageModel : MarketPage
{
    public ProductPage.View View { get; private set; } = null!;

    /// <summary>The market's part of a price.</summary>
    public Money Fee(Money price) => price.BasisPoints(View.FeeBasisPoints);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (await SendAsync(new ProductPage.Query(Actor, slug)) is not { } view)
            return NotFound();
        if (view.Product.Slug != slug)
            return Moved("/p/" + view.Product.Slug);
        View = view;
        return Page();
    }
}
