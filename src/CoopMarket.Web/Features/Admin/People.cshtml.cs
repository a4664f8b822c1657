using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PeopleModel : MarketPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PeoplePage.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new PeoplePage.Query(Actor, Search, Number));
    }

    /// <summary>The address of the same list, without its page.</summary>
    public string Address() => "~/admin/people" + (string.IsNullOrWhiteSpace(Search) ? QueryString.Empty : QueryString.Create("q", Search));
}
