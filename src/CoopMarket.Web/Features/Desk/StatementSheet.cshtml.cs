using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The statement of a month, to be read on a phone, printed, or taken into a spreadsheet.</summary>
internal sealed class StatementSheetModel : StatementPage
{
    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var head = new[] { "day", "what", "code", "goods", "delivery", "fee", "back", "amount" }.Select(k => Words["desk.statement.file." + k]).ToList();
        IEnumerable<IReadOnlyList<object>> rows =
        [
            [View.Month.ToString("O"), Words["desk.statement.opening"], "", "", "", "", "", View.Opening.Minor],
            .. View.Rows.Select(r => (IReadOnlyList<object>)[VietnamDay.Of(r.At).ToString("O"), Words["desk.statement.kind." + r.What], r.Text, r.Goods.Minor, r.Delivery.Minor, -r.Fee.Minor, -r.Back.Minor, r.Amount.Minor]),
            [View.Last.ToString("O"), Words["desk.statement.closing"], "", "", "", "", "", View.Closing.Minor],
        ];
        return File(CsvFile.Of(head, rows), "text/csv", $"sao-ke-{Seat.Slug}-{Asked}.csv");
    }
}
