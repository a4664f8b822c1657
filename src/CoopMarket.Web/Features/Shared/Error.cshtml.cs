using System.Diagnostics;
using CoopMarket.Web.Hosting;
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

    /// <summary>The form that came too late; null where it was something else.</summary>
    public ExpiredForm? Expired => HttpContext.Features.Get<ExpiredForm>();

    public bool IsGuest => Actor.IsGuest;

    public bool IsMissing => Code == 404;

    /// <summary>The trace to ask for; only where something broke.</summary>
    public string? Reference => Code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

    public void OnGet() => Tell();

    public void OnPost() => Tell();

    // Who opens the page by its address is told the same as who was led here.
    private void Tell()
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = Code is >= 400 and < 600 ? Code : StatusCodes.Status404NotFound;
    }
}
