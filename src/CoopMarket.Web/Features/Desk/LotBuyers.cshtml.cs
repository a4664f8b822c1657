using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Who ordered pieces of a lot, to print and as a file.</summary>
internal sealed class LotBuyersModel : DeskPage
{
    private static readonly string[] Columns = ["code", "placed", "name", "phone", "email", "told", "pieces", "state"];

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public LotId Id { get; set; }

    public LotBuyers.View View { get; private set; } = null!;

    protected override DeskRoles Work => DeskRoles.Manager;

    public async Task<IActionResult> OnGetAsync() => await LookUpAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        var rows = View.Rows.Select(r => (IReadOnlyList<object>)
            [r.Code, VietnamDay.Of(r.PlacedAt).ToString("O"), r.Name, Show.Phone(r.Phone), r.Email, Words[r.IsReached ? "desk.buyers.mail" : "desk.buyers.call"], (long)r.Pieces, Words["desk.state." + r.State]]);
        return File(CsvFile.Of([.. Columns.Select(c => Words["desk.buyers.column." + c])], rows), "text/csv", $"lo-{Folding.Slug(View.Number)}.csv");
    }

    private async Task<bool> LookUpAsync() => (View = (await SendAsync(new LotBuyers.Query(Actor, Cooperative, Id)))!) is not null;
}
