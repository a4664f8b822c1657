using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Finds lots by code or number, and lists those that were called back.</summary>
internal sealed class AllLotsModel : MarketPage
{
    private const int Longest = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public AllLots.View Shown { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var find = (Find ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        Number = Turns.Read(Number);
        Shown = await SendAsync(new AllLots.Query(Actor, find[..Math.Min(find.Length, Longest)], Number));
    }

    /// <summary>The address of the same list, without its page.</summary>
    public string Address() => "~/admin/lots" + (string.IsNullOrWhiteSpace(Find) ? "" : QueryString.Create("q", Find));
}
