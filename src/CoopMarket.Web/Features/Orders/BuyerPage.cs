using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Orders;

/// <summary>A buyer's page: knows her basket and the orders she may open. Never kept by anybody.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class BuyerPage : MarketPage
{
    /// <summary>The key in the basket's cookie; null where there is none.</summary>
    protected string? BasketCookie => Request.Cookies[Cookies.Basket];

    private MarketCookies Cookies => HttpContext.RequestServices.GetRequiredService<MarketCookies>();

    /// <summary>Keeps the key of a guest's basket as long as the basket.</summary>
    protected void KeepBasket(string? key)
    {
        if (key is not null)
            Response.Cookies.Append(Cookies.Basket, key, Cookies.Options(Domain.Orders.Basket.KeptFor));
    }

    /// <summary>Forgets the basket, so that this guest gets the quick, common pages again.</summary>
    protected void ForgetBasket() => Response.Cookies.Delete(Cookies.Basket, Cookies.Options());

    /// <summary>The secret of an order in this reader's cookie.</summary>
    protected string? SecretOf(string code) => OrderCookie.SecretOf(HttpContext, code);
}
