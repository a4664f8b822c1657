using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A cooperative's orders, step by step.</summary>
internal sealed class InboxModel : DeskPage
{
    private const int MostPages = 1_000;

    [BindProperty(SupportsGet = true, Name = "step")]
    public Inbox.Step? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Inbox.View Shown { get; private set; } = null!;

    public async Task OnGetAsync()
        => Shown = await SendAsync(new Inbox.Query(Actor, Cooperative, Step is { } step && Enum.IsDefined(step) ? step : null, Math.Clamp(Number, 1, MostPages)));
}
