using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>The goods of a category and those below it.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
[Reads("p", "order", typeof(Facet))]
internal sealed class CategoryModel : ShelfModel
{
    public Task<IActionResult> OnGetAsync(string slug) => ShowAsync(slug);
}
