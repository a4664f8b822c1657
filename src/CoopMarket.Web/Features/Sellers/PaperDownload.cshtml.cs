using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Gives a paper to the one it belongs to.</summary>
internal sealed class PaperDownloadModel(Papers papers) : MarketPage
{
    public async Task<IActionResult> OnGetAsync(Guid paper) => await this.DownloadAsync(papers, await SendAsync(new OpenPaper.Query(Actor, paper)));
}
