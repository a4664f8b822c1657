using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>The ledger at a glance, for whoever looks after the books.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class TrialBalanceModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public TrialBalance.View Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await SendAsync(new TrialBalance.Query(Actor, To));

    public async Task<IActionResult> OnGetFileAsync()
    {
        var shown = await SendAsync(new TrialBalance.Query(Actor, To));
        var head = new[] { "number", "account", "currency", "debit", "credit", "balance" }.Select(k => Words["admin.ledger.file." + k]).ToList();
        return File(
            CsvFile.Of(head, shown.Accounts.Select(a => (IReadOnlyList<object>)
            [
                Chart.Code(a.Account), Words["admin.account." + a.Account], a.Debit.Currency.ToString(), CsvFile.Amount(a.Debit), CsvFile.Amount(a.Credit), CsvFile.Amount(a.Balance),
            ])),
            "text/csv", "so-cai.csv");
    }
}
