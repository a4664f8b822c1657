using CoopMarket.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Gives a seller's paper to an admin.</summary>
internal sealed class SellerPaperDownloadModel(Papers papers) : PaperPage(papers)
{
    public async Task<IActionResult> OnGetAsync(SellerApplicationId id, Guid paper)
        => await DownloadAsync(await SendAsync(new OpenSellerPaper.Query(Actor, id, paper)));
}
