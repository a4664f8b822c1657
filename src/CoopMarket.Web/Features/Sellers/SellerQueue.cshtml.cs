using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The admins' queue of sellers.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SellerQueueModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public SellerQueue.Pile Pile { get; set; }

    public SellerQueue.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new SellerQueue.Query(Actor, Pile));
}
