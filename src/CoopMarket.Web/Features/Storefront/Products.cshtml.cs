using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Everything on the shelves.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
[Reads("p", "order", typeof(Facet))]
internal sealed class ProductsModel : ShelfModel
{
    public Task<IActionResult> OnGetAsync() => ShowAsync(category: null);
}
