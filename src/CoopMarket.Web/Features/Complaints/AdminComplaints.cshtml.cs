using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Complaints;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminComplaintsModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public bool Settled { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public AdminComplaints.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new AdminComplaints.Query(Actor, Settled, Number));
    }
}
