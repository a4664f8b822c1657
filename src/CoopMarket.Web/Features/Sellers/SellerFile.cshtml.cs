using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>One application before an admin: everything told, what is missing, what changed, and her decision.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SellerFileModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public SellerApplicationId Id { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public SellerFile.View View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    public Task<IActionResult> OnPostApproveAsync() => AnswerAsync(new ApproveSeller.Command(Actor, Id, Seen ?? ""));

    public Task<IActionResult> OnPostAskAsync() => AnswerAsync(new AskForChanges.Command(Actor, Id, Reason ?? ""));

    public Task<IActionResult> OnPostRejectAsync() => AnswerAsync(new RejectSeller.Command(Actor, Id, Reason ?? ""));

    public Task<IActionResult> OnPostSuspendAsync() => AnswerAsync(new SuspendSeller.Command(Actor, Id, Reason ?? ""));

    public Task<IActionResult> OnPostReopenAsync() => AnswerAsync(new ReopenSeller.Command(Actor, Id, Reason ?? ""));

    public Task<IActionResult> OnPostCloseAsync() => AnswerAsync(new CloseSeller.Command(Actor, Id, Reason ?? ""));

    private async Task<IActionResult> AnswerAsync(MediatR.IRequest<Outcome> command)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return await SendAsync(new SellerFile.Query(Actor, Id, null)) is { CallInstead: { } phone } ? GoTo($"/admin/sellers/{Id}", "sellers.file.decided.call", Show.Phone(phone)) : GoTo($"/admin/sellers/{Id}", "sellers.file.decided");
        var shown = await ShowAsync(outcome.Refusal is ApplicationChangedMeanwhile ? Seen : null);
        return View is null ? shown : Again(outcome, "");
    }

    // What the admin is shown is written down after it was read, so that a change shows once and a reload shows it again.
    private async Task<IActionResult> ShowAsync(string? since)
    {
        if (await SendAsync(new SellerFile.Query(Actor, Id, since)) is not { } view)
            return NotFound();
        View = view;
        await SendAsync(new LookAtApplication.Command(Actor, Id));
        return Page();
    }
}
