using System.Globalization;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A shelf as a page: reads order, filters and page number from the address; whatever is wrong there counts as not said.</summary>
internal abstract class ShelfModel : MarketPage
{
    public ShelfPage.View Shelf { get; private set; } = null!;

    public string? Cooperative => Request.Query["coop"];

    public bool OnlyReady => Request.Query["ready"] == "on";

    public ShelfOrder Order => (string?)Request.Query["order"] switch
    {
        "cheapest" => ShelfOrder.Cheapest,
        "dearest" => ShelfOrder.Dearest,
        _ => ShelfOrder.Usual,
    };

    /// <summary>Whether the reader chose anything.</summary>
    public bool IsSieved => OnlyReady || Order != ShelfOrder.Usual || Shelf.Sellers.Any(s => s.Slug == Cooperative);

    /// <summary>The address of another page of the same shelf.</summary>
    public string PageAddress(int page)
    {
        List<string> query = [];
        if (Shelf.Sellers.Any(s => s.Slug == Cooperative))
            query.Add("coop=" + Uri.EscapeDataString(Cooperative!));
        if (OnlyReady)
            query.Add("ready=on");
        if (Order != ShelfOrder.Usual)
            query.Add("order=" + Order.ToString().ToLowerInvariant());
        if (page > 1)
            query.Add("p=" + page.ToString(CultureInfo.InvariantCulture));
        return Request.PathBase + Request.Path + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    protected async Task<IActionResult> ShowAsync(string? category)
    {
        _ = int.TryParse(Request.Query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        if (await SendAsync(new ShelfPage.Query(Actor, category, Cooperative, OnlyReady, Order, page)) is not { } shelf)
            return NotFound();
        Shelf = shelf;
        return Page();
    }
}
