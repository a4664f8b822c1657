using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The packing slip of one order, or of all that are to pack now; made to be printed.</summary>
internal sealed class SlipModel : DeskPage
{
    public IReadOnlyList<OrderAtDesk.View> Slips { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code)
    {
        IEnumerable<string> codes = [code ?? ""];
        if (code is null)
        {
            // What waits for a harvest is not packed before it is to be sent.
            var inbox = await SendAsync(new Inbox.Query(Actor, Cooperative, Inbox.Step.Pack, 1));
            codes = inbox.Parcels.Where(p => p.Window is not { } window || window.From <= VietnamDay.Of(inbox.Now)).Select(p => p.Code);
        }

        List<OrderAtDesk.View> slips = [];
        foreach (var one in codes)
            if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, one)) is { } slip)
                slips.Add(slip);
        if (code is not null && slips.Count == 0)
            return NotFound();
        Slips = slips;
        return Page();
    }
}
