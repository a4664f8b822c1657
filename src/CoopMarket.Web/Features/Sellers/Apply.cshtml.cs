using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>An application as a whole: where it stands, what it lacks, and handing it in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ApplyModel : MarketPage
{
    public MyApplication.View View { get; private set; } = null!;

    /// <summary>Whether a screen lacks nothing.</summary>
    public bool IsDone(ApplyStep step) => View.Gaps.All(g => g.Step != step);

    public async Task OnGetAsync() => View = await SendAsync(new MyApplication.Query(Actor));

    public async Task<IActionResult> OnPostSubmitAsync()
    {
        var outcome = await SendAsync(new SubmitApplication.Command(Actor));
        if (outcome.IsDone)
            return GoTo("/sell/apply", "sellers.apply.sent");
        await OnGetAsync();
        return Again(outcome);
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        var outcome = await SendAsync(new WithdrawApplication.Command(Actor));
        return outcome.IsDone ? GoTo("/sell/apply", "sellers.apply.withdrawn") : outcome.Refusal is Domain.Shared.NotFound ? GoTo("/sell/apply") : GoToWith("/sell/apply", outcome.Refusal!);
    }

    public async Task<IActionResult> OnPostAnewAsync()
    {
        var outcome = await SendAsync(new BeginAnew.Command(Actor));
        return outcome.IsDone ? GoTo("/sell/apply") : GoToWith("/sell/apply", outcome.Refusal!);
    }
}
