using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The admins' queue of sellers.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SellerQueueModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public SellerQueue.Pile Pile { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public SellerQueue.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new SellerQueue.Query(Actor, Pile, Number));
    }
}
