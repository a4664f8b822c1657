using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>A reader asks the market to look at a review.</summary>
[EnableRateLimiting(Limit.Report)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReportReviewModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public ReviewId Id { get; set; }

    [BindProperty]
    public ReportReview.Form Form { get; set; } = new();

    public ReportedReview.View View { get; private set; } = null!;

    /// <summary>Whether it was just reported.</summary>
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ReportReview.Command(Actor, Id, Form.Reason, Form.Words));
        if (!await LoadAsync())
            return NotFound();
        IsDone = outcome.IsDone;
        return IsDone ? Page() : Again(outcome);
    }

    private async Task<bool> LoadAsync() => await SendAsync(new ReportedReview.Query(Actor, Id)) is { } view && (View = view) is not null;
}
