using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminCashModel : MarketPage
{
    public CashStanding View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new CarriersBook.Query(Actor));
}
