using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The cash that carriers have of the cooperative's, and the list by which one of them pays it over.</summary>
[EnableRateLimiting(Limit.Upload)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class CashBookModel : DeskPage
{
    // One file and the form around it; a little more, so that a file just too large gets a sentence.
    private const int LargestRequest = RemittanceFile.MostBytes + (1024 * 1024);

    protected override DeskRoles Work => DeskRoles.Manager;

    public CashBook.View View { get; private set; } = null!;

    /// <summary>What a list would do; null where none is looked at.</summary>
    public LookAtRemittance.View? Look { get; private set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? List { get; set; }

    public async Task OnGetAsync() => View = await SendAsync(new CashBook.Query(Actor, Cooperative));

    public async Task<IActionResult> OnPostLookAsync()
    {
        Look = await SendAsync(new LookAtRemittance.Query(Actor, Cooperative, await BytesOfAsync(Upload)));
        await OnGetAsync();
        return Look.Flaw is { } flaw ? Again(Domain.Shared.Outcome.Invalid(flaw.Path, flaw.Key, [.. flaw.Args]), "") : Page();
    }

    public async Task<IActionResult> OnPostCallAsync(bool calls)
    {
        await SendAsync(new CallFirst.Command(Actor, Cooperative, calls));
        return GoTo("/sell/money/cash", calls ? "desk.cash.calls.begun" : "desk.cash.calls.stopped");
    }

    public async Task<IActionResult> OnPostTakeAsync()
    {
        var outcome = await SendAsync(new TakeInRemittance.Command(Actor, Cooperative, List ?? ""));
        if (outcome.IsDone)
            return GoTo("/sell/money/cash", "desk.cash.taken", outcome.Value);
        await OnGetAsync();
        return Again(outcome, "");
    }
}
