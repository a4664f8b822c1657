using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Gives a paper to the one it belongs to.</summary>
internal sealed class PaperDownloadModel(Papers papers) : PaperPage(papers)
{
    public async Task<IActionResult> OnGetAsync(Guid paper) => await DownloadAsync(await SendAsync(new OpenPaper.Query(Actor, paper)));
}

/// <summary>Gives papers as downloads: never shown in the page, never kept by a cache, their type never guessed.</summary>
internal abstract class PaperPage(Papers papers) : MarketPage
{
    /// <summary>The file, or 404.</summary>
    protected async Task<IActionResult> DownloadAsync(SellerPaper? paper)
    {
        if (paper is null || await papers.OpenAsync(paper, HttpContext.RequestAborted) is not { } content)
            return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(content, paper.ContentType, Papers.FileName(paper));
    }
}
