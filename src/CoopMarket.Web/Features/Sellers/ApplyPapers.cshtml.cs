using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The screen for photos of papers.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[EnableRateLimiting(Limit.Upload)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class ApplyPapersModel(Papers papers) : MarketPage
{
    // One file and the form around it.
    private const int LargestRequest = Papers.MostBytes + (64 * 1024);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<SellerPaper> Kept { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var view = await SendAsync(new MyApplication.Query(Actor));
        Kept = view.Details.Papers;
        return view.IsOpen ? Page() : GoTo("/sell/apply");
    }

    public Task<IActionResult> OnPostAsync() => KeepAsync("/sell/apply/papers");

    /// <summary>On to the next screen, with the file if one is chosen: whoever chose it means to send it.</summary>
    public Task<IActionResult> OnPostNextAsync()
        => Upload is null ? Task.FromResult<IActionResult>(GoTo(ApplyStep.Papers.AddressAfter())) : KeepAsync(ApplyStep.Papers.AddressAfter());

    private async Task<IActionResult> KeepAsync(string then)
    {
        await OnGetAsync();
        if (Upload is null)
            return Again(Outcome.Invalid("Upload", "sellers.flaw.paper.none"), "");
        await using var content = Upload.OpenReadStream();
        var kept = await papers.KeepAsync(content, HttpContext.RequestAborted);
        if (!kept.IsDone)
            return Again(kept, "");
        var outcome = await SendAsync(new AddPaper.Command(Actor, kept.Value));
        return outcome.IsDone ? GoTo(then, "sellers.papers.kept") : Again(outcome, "");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid paper)
    {
        var outcome = await SendAsync(new RemovePaper.Command(Actor, paper));
        return outcome.IsDone ? GoTo("/sell/apply/papers", "sellers.papers.removed") : GoToWith("/sell/apply/papers", outcome.Refusal!);
    }
}
