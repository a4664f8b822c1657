using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Storefront;

internal sealed class HomeModel : MarketPage
{
    public void OnGet()
    {
    }
}
