using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HomeModel : MarketPage
{
    public MyAccount.View Account { get; private set; } = null!;

    public async Task OnGetAsync() => Account = await SendAsync(new MyAccount.Query(Actor));
}
