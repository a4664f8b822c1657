using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Payments;

[EnableRateLimiting(Limit.Upload)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class AdminStatementsModel : MarketPage
{
    // One file and the form around it; a little more, so that a file just too large gets a sentence.
    private const int LargestRequest = UploadStatement.MostBytes + (1024 * 1024);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<Statements.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await SendAsync(new Statements.Query(Actor));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new UploadStatement.Command(Actor, Upload?.FileName, await BytesOfAsync(Upload)));
        if (outcome.IsDone)
            return GoTo($"/admin/payments/statements/{outcome.Value}");
        await OnGetAsync();
        return Again(outcome, "");
    }
}
