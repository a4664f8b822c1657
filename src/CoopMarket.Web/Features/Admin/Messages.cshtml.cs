using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Messages that are stuck, each with its error, and a button that sends them again.</summary>
internal sealed class MessagesModel : MarketPage
{
    public Messages.View Shown { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        Shown = await SendAsync(new Messages.Query(Actor, Number));
    }

    public async Task<IActionResult> OnPostAsync(Guid? message)
    {
        var outcome = await SendAsync(new RetryMessage.Command(Actor, message));
        return outcome.Refusal is { } refusal ? GoToWith("/admin/outbox", refusal) : GoTo("/admin/outbox", "admin.outbox.sent");
    }
}
