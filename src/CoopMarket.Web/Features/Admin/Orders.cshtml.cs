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

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Orders.View Shown { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var find = (Find ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        Number = Turns.Read(Number);
        Shown = await SendAsync(new Orders.Query(Actor, find[..Math.Min(find.Length, Longest)], Enum.IsDefined(List) ? List : Orders.List.Latest, Number));
    }

    /// <summary>The address of the same list, without its page.</summary>
    public string Address()
        => "~/admin/orders" + QueryString.Create(string.IsNullOrWhiteSpace(Find) ? new Dictionary<string, string?> { ["list"] = List.ToString() } : new() { ["q"] = Find });
}
