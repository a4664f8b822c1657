using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Asks for a period and hands out the file; this month at first.</summary>
internal sealed class OrderFilesModel : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public SoldSheet Sheet { get; set; }

    public bool IsWrong { get; private set; }

    protected override DeskRoles Work => DeskRoles.Manager;

    public void OnGet()
    {
        To ??= VietnamDay.Of(HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now());
        From ??= new DateOnly(To.Value.Year, To.Value.Month, 1);
    }

    public async Task<IActionResult> OnGetFileAsync()
    {
        if (!ModelState.IsValid || From is not { } from || To is not { } to || !SoldParts.IsPeriod(from, to))
        {
            IsWrong = true;
            return Unreadable();
        }

        var file = await SendAsync(new OrderFiles.Query(Actor, Cooperative, Sheet, from, to));
        return File(file, "text/csv", $"don-hang-{Seat.Slug}-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}.csv");
    }
}
