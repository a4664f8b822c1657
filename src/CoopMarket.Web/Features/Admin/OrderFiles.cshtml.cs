using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Asks for a period and hands out the file; this month at first.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OrderFilesModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public SoldSheet Sheet { get; set; }

    public bool IsWrong { get; private set; }

    public async Task OnGetAsync()
    {
        var days = await SendAsync(new OrderFiles.Offered(Actor));
        To ??= days.To;
        From ??= days.From;
    }

    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!ModelState.IsValid || From is not { } from || To is not { } to || !SoldParts.IsPeriod(from, to))
        {
            IsWrong = true;
            await OnGetAsync();
            return Unreadable();
        }

        var file = await SendAsync(new OrderFiles.Query(Actor, Sheet, from, to));
        return File(file, "text/csv", $"don-hang-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}.csv");
    }
}
