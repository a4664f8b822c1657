using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Storefront;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MyOrdersModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public MyOrders.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new MyOrders.Query(Actor, Search, PageNumber));
}
