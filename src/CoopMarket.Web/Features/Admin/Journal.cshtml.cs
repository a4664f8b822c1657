using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Looks into the ledger's entries, on the page or as a file.</summary>
[BindProperties(SupportsGet = true)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class JournalModel : MarketPage
{
    public LedgerAccount? Account { get; set; }

    public CooperativeId? Cooperative { get; set; }

    public string? Code { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindNever]
    public Journal.View Shown { get; private set; } = null!;

    /// <summary>The address of the same search; its file's, with that handler.</summary>
    public string AddressOf(string handler = "") => "~/admin/ledger/journal" + QueryString.Create(new (string Name, string? Value)[]
    {
        ("handler", handler), ("account", Account?.ToString()), ("cooperative", Cooperative?.ToString()), ("code", Code), ("from", From?.ToString("O")), ("to", To?.ToString("O")),
    }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value)));

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        Shown = await SendAsync(Query(Number));
    }

    public async Task<IActionResult> OnGetFileAsync()
    {
        var shown = await SendAsync(Query(null));
        var head = new[] { "happened", "posted", "entry", "kind", "order", "number", "account", "cooperative", "currency", "debit", "credit" }.Select(k => Words["admin.ledger.file." + k]).ToList();
        return File(CsvFile.Of(head, shown.Entries.SelectMany(e => e.Lines.Select(l => Row(shown, e, l)))), "text/csv", "nhat-ky.csv");
    }

    private Journal.Query Query(int? page) => new(Actor, Account, Cooperative, Code?.Trim() ?? "", From, To, page);

    private IReadOnlyList<object> Row(Journal.View shown, Journal.Entry entry, Journal.Line line) =>
    [
        Show.DateTime(entry.HappenedAt), Show.DateTime(entry.PostedAt), entry.Id.ToString(), Words["admin.entry." + entry.Kind], entry.Code ?? "", Chart.Code(line.Account),
        Words["admin.account." + line.Account], line.Cooperative is { } coop ? shown.Names.GetValueOrDefault(coop, LocalizedText.Empty).In(Languages.Current) : "",
        line.Amount.Currency.ToString(), CsvFile.Amount(line.Amount.Minor > 0 ? line.Amount : Money.Zero(line.Amount.Currency)), CsvFile.Amount(line.Amount.Minor < 0 ? -line.Amount : Money.Zero(line.Amount.Currency)),
    ];
}
