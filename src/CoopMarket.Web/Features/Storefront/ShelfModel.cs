using System.Globalization;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A shelf as a page: reads order, facets and page number from the address; whatever is wrong there counts as not said.</summary>
internal abstract class ShelfModel : SievedModel
{
    public ShelfPage.View Shelf { get; private set; } = null!;

    public override IReadOnlyList<FacetChoice> Facets => Shelf.Facets;

    public override Sieve Sieve => Shelf.Sieve;

    /// <summary>The path that search engines should keep; null where it is the page's own. A further page of a whole shelf is a page of its own.</summary>
    public string? Canonical => Shelf.Page > 1 && Sieve.Chosen.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Reader.Path(HttpContext)}?p={Shelf.Page}") : null;

    protected async Task<IActionResult> ShowAsync(string? category)
    {
        if (await SendAsync(new ShelfPage.Query(Actor, category, Sieve.Read(Request.Query).Without(Facet.Kind), PageNumber)) is not { } shelf)
            return NotFound();
        Shelf = shelf;
        return Page();
    }
}
