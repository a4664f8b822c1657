using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PeopleModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    public IReadOnlyList<PeoplePage.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await SendAsync(new PeoplePage.Query(Actor, Search));
}
