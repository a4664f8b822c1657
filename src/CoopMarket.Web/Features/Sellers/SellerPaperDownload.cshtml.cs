using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Gives a seller's paper to an admin.</summary>
internal sealed class SellerPaperDownloadModel(Papers papers) : MarketPage
{
    public async Task<IActionResult> OnGetAsync(SellerApplicationId id, Guid paper)
        => await this.DownloadAsync(papers, await SendAsync(new OpenSellerPaper.Query(Actor, id, paper)));
}
