using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Settlement;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminPayoutModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Position { get; set; }

    [BindProperty]
    public ResultForm Form { get; set; } = new();

    public PayoutSheet.View Run { get; private set; } = null!;

    public PayoutSheet.Row Row { get; private set; } = null!;

    /// <summary>What a bank's app scans.</summary>
    public QrPicture Qr => QrPicture.Of(VietQr.Transfer(Row.Bin, BankAccount.Plain(Row.Account), Row.Amount.Minor, Row.Text));

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostPaidAsync() => RecordAsync(isPaid: true);

    public Task<IActionResult> OnPostFailedAsync() => RecordAsync(isPaid: false);

    private async Task<IActionResult> RecordAsync(bool isPaid)
    {
        var outcome = await SendAsync(new RecordPayoutResult.Command(Actor, Code, Position, isPaid, Form.Reference, Form.Reason));
        if (outcome.IsDone)
            return GoTo($"/admin/payouts/{Code}", isPaid ? "settlement.payouts.paid.done" : "settlement.payouts.failed.done");
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Run = (await SendAsync(new PayoutSheet.Query(Actor, Code)))!;
        return (Row = Run?.Rows.FirstOrDefault(r => r.Position == Position)!) is not null;
    }

    internal sealed class ResultForm
    {
        public string? Reference { get; set; }

        public string? Reason { get; set; }
    }
}
