using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Remembers at which of her desks a member wants to sit.</summary>
internal sealed class ChooseDeskModel(MarketCookies cookies) : DeskPage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    protected override bool AlsoSuspended => true;

    public LocalRedirectResult OnGet() => GoTo("/sell");

    public IActionResult OnPost(string? desk)
    {
        if (Seats.FirstOrDefault(s => s.Slug == desk) is not { } chosen)
            return NotFound();
        Response.Cookies.Append(cookies.Name(DeskCookie), chosen.Slug, cookies.Options(Kept));
        return GoTo(chosen.IsSuspended ? "/sell/data" : "/sell");
    }
}
