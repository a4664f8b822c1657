using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The desk in the morning.</summary>
internal sealed class TodayModel : DeskPage
{
    private const int MostTicked = 100;

    public Today.View Shown { get; private set; } = null!;

    /// <summary>What was packed today, of all that was to pack; in hundredths.</summary>
    public int Woven => Shown.ToPackCount + Shown.Packed.Count == 0 ? 0 : 100 * Shown.Packed.Count / (Shown.ToPackCount + Shown.Packed.Count);

    public async Task OnGetAsync() => Shown = await SendAsync(new Today.Query(Actor, Cooperative));

    public async Task<IActionResult> OnPostAsync(SellerOrderId[] done)
    {
        Refusal? refusal = null;
        var packed = 0;
        foreach (var part in done.Distinct().Take(MostTicked))
        {
            var outcome = await SendAsync(new PackSellerOrder.Command(Actor, Cooperative, part));
            packed += outcome.IsDone ? 1 : 0;
            refusal ??= outcome.Refusal;
        }

        return refusal is not null ? GoToWith("/sell", refusal) : packed == 0 ? GoTo("/sell", "desk.today.none-ticked") : GoTo("/sell", "desk.today.packed-now", packed);
    }

    public async Task<IActionResult> OnPostUndoAsync(SellerOrderId part)
    {
        var outcome = await SendAsync(new UnpackSellerOrder.Command(Actor, Cooperative, part));
        return outcome.Refusal is { } refusal ? GoToWith("/sell", refusal) : GoTo("/sell", "desk.undone");
    }
}
