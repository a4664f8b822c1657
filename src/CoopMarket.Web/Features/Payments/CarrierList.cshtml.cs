using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Payments;

/// <summary>The list of the cash that a carrier paid the market with a line of the bank.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[EnableRateLimiting(Limit.Upload)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class CarrierListModel : MarketPage
{
    // One file and the form around it; a little more, so that a file just too large gets a sentence.
    private const int LargestRequest = RemittanceFile.MostBytes + (1024 * 1024);

    [BindProperty(SupportsGet = true)]
    public MoneyInId Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? List { get; set; }

    public LookAtCarrierList.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync(null, looks: false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLookAsync()
    {
        if (!await LoadAsync(await BytesOfAsync(Upload), looks: true))
            return NotFound();
        return View.Flaw is { } flaw ? Again(Outcome.Invalid(flaw.Path, flaw.Key, [.. flaw.Args]), "") : Page();
    }

    public async Task<IActionResult> OnPostTakeAsync()
    {
        var outcome = await SendAsync(new ReceiveFromCarrier.Command(Actor, Id, List ?? ""));
        if (outcome.IsDone)
            return GoTo($"/admin/payments/lines/{Id}", "payments.carried.taken", outcome.Value);
        return await LoadAsync(null, looks: false) ? Again(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync(byte[]? content, bool looks)
        => (View = (await SendAsync(new LookAtCarrierList.Query(Actor, Id, content, looks)))!) is not null;
}
