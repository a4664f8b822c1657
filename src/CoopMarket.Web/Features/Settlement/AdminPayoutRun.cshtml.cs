using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Settlement;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminPayoutRunModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public RunForm Form { get; set; } = new();

    public PayoutSheet.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>What a bank takes in at once: only what is approved, and always the same.</summary>
    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!await LoadAsync() || View.ApprovedAt is null || !View.ByBank.Any())
            return NotFound();
        var head = new[] { "account", "holder", "bin", "bank", "amount", "text" }.Select(k => Words["settlement.payouts.file." + k]).ToList();
        return File(
            CsvFile.Of(head, View.ByBank.Select(r => (IReadOnlyList<object>)[r.Account, r.Holder, r.Bin, r.Bank, r.Amount.Minor, r.Text])),
            "text/csv", $"chi-tra-{View.Code}.csv");
    }

    public async Task<IActionResult> OnPostApproveAsync()
        => await DoAsync(new ApprovePayouts.Command(Actor, Code, Form.Seen), await LoadAsync() && !View.ByBank.Any() ? "settlement.payouts.approved.transfers" : "settlement.payouts.approved");

    public Task<IActionResult> OnPostLeaveOutAsync(int? position) => DoAsync(new LeaveOutPayouts.Command(Actor, Code, position), "settlement.payouts.left-out");

    public Task<IActionResult> OnPostPaidAsync() => DoAsync(new RecordPayoutResult.Command(Actor, Code, null, IsPaid: true, Form.Reference), "settlement.payouts.paid.done");

    private async Task<IActionResult> DoAsync(MediatR.IRequest<Outcome> command, string done)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo($"/admin/payouts/{Code}", done);
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync() => (View = (await SendAsync(new PayoutSheet.Query(Actor, Code)))!) is not null;

    internal sealed class RunForm
    {
        public string? Seen { get; set; }

        public string? Reference { get; set; }
    }
}
