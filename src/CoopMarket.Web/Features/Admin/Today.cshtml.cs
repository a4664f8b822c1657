using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Admin;

/// <summary>The office in the morning: what waits, and where.</summary>
internal sealed class TodayModel : MarketPage
{
    public Today.View Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await SendAsync(new Today.Query(Actor));
}
