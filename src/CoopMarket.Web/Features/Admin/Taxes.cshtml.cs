using System.Globalization;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>What was withheld in a month, seller by seller, and as a file one by one.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class TaxesModel : MarketPage
{
    private static readonly string[] Columns =
        ["day", "order", "seller", "legal-name", "tax-code", "kind", "supply", "base", "vat-rate", "vat", "income-rate", "income"];

    /// <summary>As in the address: 2026-11; empty for the month that runs.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    public TaxMonth.View Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var head = Columns.Select(c => Words["admin.taxes.file." + c]).ToList();
        return File(
            CsvFile.Of(head, Shown.Rows.Select(r => (IReadOnlyList<object>)
            [
                Show.Date(r.Tax.RecordedAt), r.Code, r.Seller.Name.In(Hosting.Languages.Current), r.Seller.LegalName, r.Seller.TaxCode, Words["sellers.kind." + r.Seller.Kind],
                Words["shared.supply." + r.Tax.Kind], r.Tax.Base.Minor, Show.Percent(r.Tax.VatBasisPoints), r.Tax.Vat.Minor, Show.Percent(r.Tax.IncomeBasisPoints), r.Tax.Income.Minor,
            ])),
            "text/csv", $"thue-khau-tru-{Shown.Month:yyyy-MM}.csv");
    }

    private async Task<bool> LoadAsync()
    {
        DateOnly? month = null;
        if (!string.IsNullOrEmpty(Asked))
        {
            if (!DateOnly.TryParseExact(Asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 2000 or > 9000)
                return false;
            month = read;
        }

        Shown = await SendAsync(new TaxMonth.Query(Actor, month));
        return true;
    }
}
