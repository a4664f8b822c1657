using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Finds orders by code, phone or e-mail, and lists those that need an admin.</summary>
internal sealed class OrdersModel : MarketPage
{
    private const int Longest = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true)]
    public Orders.List List { get; set; }

    public Orders.View Shown { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var find = (Find ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        Shown = await SendAsync(new Orders.Query(Actor, find[..Math.Min(find.Length, Longest)], Enum.IsDefined(List) ? List : Orders.List.Latest));
    }
}
