using System.Globalization;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Income;

/// <summary>A member's own page. Her link is all she needs; nothing keeps the page, and no other site hears of its address.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[EnableRateLimiting(Limit.OrderLink)]
internal sealed class MemberStatementModel : MarketPage
{
    public MemberStatement.View View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Secret { get; set; } = "";

    /// <summary>As in the address: 2026-11; empty for this month.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        DateOnly? month = null;
        if (!string.IsNullOrEmpty(Asked))
        {
            if (!DateOnly.TryParseExact(Asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 2000 or > 9000)
                return NotFound();
            month = read;
        }

        return (View = (await SendAsync(new MemberStatement.Query(Actor, Secret, month)))!) is null ? NotFound() : Page();
    }
}
