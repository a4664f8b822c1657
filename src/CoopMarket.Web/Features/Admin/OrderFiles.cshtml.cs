using CoopMarket.Web.Data;
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

    public void OnGet()
    {
        To ??= Show.Day(HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now());
        From ??= new DateOnly(To.Value.Year, To.Value.Month, 1);
    }

    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!ModelState.IsValid || From is not { } from || To is not { } to || !SoldParts.IsPeriod(from, to))
        {
            IsWrong = true;
            return Unreadable();
        }

        var file = await SendAsync(new OrderFiles.Query(Actor, Sheet, from, to));
        return File(file, "text/csv", $"don-hang-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}.csv");
    }
}
