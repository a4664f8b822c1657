using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Lots;

/// <summary>The lots of a desk.</summary>
internal sealed class OwnLotsModel : DeskPage
{
    private const int MostPages = 1_000;

    /// <summary>Only of this product; null: of all.</summary>
    [BindProperty(SupportsGet = true, Name = "product")]
    public ProductId? Product { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public OwnLots.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Math.Clamp(Number, 1, MostPages);
        View = await SendAsync(new OwnLots.Query(Actor, Cooperative, Product, Number));
    }

    /// <summary>The address of another page of the same lots.</summary>
    public string To(int number) => Product is { } product ? $"/sell/lots?product={product}&p={number}" : $"/sell/lots?p={number}";
}
