using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RulesModel : MarketPage
{
    public Rules.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new Rules.Query(Actor));
}
