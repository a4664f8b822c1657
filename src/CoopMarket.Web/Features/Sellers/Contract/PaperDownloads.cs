using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>Gives papers as downloads: never shown in the page, never kept by a cache, their type never guessed.</summary>
internal static class PaperDownloads
{
    /// <summary>The file, or 404.</summary>
    public static async Task<IActionResult> DownloadAsync(this MarketPage page, Papers papers, SellerPaper? paper)
    {
        if (paper is null || await papers.OpenAsync(paper, page.HttpContext.RequestAborted) is not { } content)
            return page.NotFound();
        page.Response.Headers.CacheControl = "private, no-store";
        page.Response.Headers.XContentTypeOptions = "nosniff";
        page.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return page.File(content, paper.ContentType, Papers.FileName(paper));
    }
}
