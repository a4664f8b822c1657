using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Products that an admin looks at: before they go on sale, and after they were changed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProductQueueModel : MarketPage
{
    public ProductQueue.View View { get; private set; } = new([], [], HasMore: false, []);

    public async Task OnGetAsync() => View = await SendAsync(new ProductQueue.Query(Actor));

    public async Task<IActionResult> OnPostSeenAsync(ProductEditId edit, long until)
    {
        if (until < 0 || until > (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks)
            return NotFound();
        var at = DateTimeOffset.UnixEpoch.AddTicks(until);
        var outcome = await SendAsync(new LookAtEdit.Command(Actor, edit, at));
        return outcome.Refusal is { } refusal ? GoToWith("/admin/products", refusal) : GoTo("/admin/products", "catalog.admin.seen");
    }
}
