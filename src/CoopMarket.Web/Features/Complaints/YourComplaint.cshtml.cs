using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>A complaint for whoever made it.</summary>
[EnableRateLimiting(Limit.OrderLink)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class YourComplaintModel : MarketPage
{
    [BindProperty]
    public string? Why { get; set; }

    public YourComplaint.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, string secret) => await LoadAsync(code, secret) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, string secret)
    {
        var outcome = await SendAsync(new AskSecondLook.Command(Actor, code, secret, Why));
        if (outcome.IsDone)
            return GoTo($"/complaints/{code}/{secret}", "complaints.again.done");
        return await LoadAsync(code, secret) ? Again(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync(string code, string secret) => await SendAsync(new YourComplaint.Query(Actor, code, secret)) is { } view && (View = view) is not null;
}
