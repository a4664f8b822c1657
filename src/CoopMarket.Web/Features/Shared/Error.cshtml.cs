using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Shared;

/// <summary>What a reader sees when there is nothing else to show: a sentence and what to do next.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel : MarketPage
{
    private static readonly int[] Known = [400, 404, 413, 429, 500, 503];

    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public string Key => $"shared.error.{(Known.Contains(Code) ? Code : Code < 500 ? 400 : 500)}";

    /// <summary>The trace to ask for; only where something broke.</summary>
    public string? Reference => Code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

    public void OnGet()
    {
    }

    public void OnPost()
    {
    }
}
