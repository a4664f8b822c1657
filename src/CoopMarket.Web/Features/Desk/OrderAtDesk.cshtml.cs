using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>One order at the desk, and the moves that need no form.</summary>
internal sealed class OrderAtDeskModel : DeskPage
{
    public OrderAtDesk.View Shown { get; private set; } = null!;

    /// <summary>Whether she may pack and ship.</summary>
    public bool Packs => Seat.Role is MemberRole.Manager or MemberRole.Packer;

    /// <summary>Whether she may give money back.</summary>
    public bool Manages => Seat.Role == MemberRole.Manager;

    /// <summary>A draft of an invoice is the manager's.</summary>
    protected override DeskRoles Work => Request.Query["handler"] == "Draft" ? DeskRoles.Manager : DeskRoles.Any;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnGetDraftAsync(string code)
        => await SendAsync(new InvoiceDraft.Query(Actor, Cooperative, code)) is { } draft ? File(draft.Content, "application/xml", draft.Name) : NotFound();

    public Task<IActionResult> OnPostAcceptAsync(string code, bool called) => MoveAsync(code, "desk.order.accepted", part => new AcceptSellerOrder.Command(Actor, Cooperative, part, called));

    public Task<IActionResult> OnPostPackAsync(string code) => MoveAsync(code, "desk.order.packed", part => new PackSellerOrder.Command(Actor, Cooperative, part));

    public Task<IActionResult> OnPostUnpackAsync(string code) => MoveAsync(code, "desk.undone", part => new UnpackSellerOrder.Command(Actor, Cooperative, part));

    public Task<IActionResult> OnPostDeliverAsync(string code) => MoveAsync(code, "desk.order.delivered", part => new MarkDelivered.Command(Actor, Cooperative, part));

    public Task<IActionResult> OnPostRefuseAsync(string code) => MoveAsync(code, "desk.order.refused", part => new RefuseParcel.Command(Actor, Cooperative, part));

    public Task<IActionResult> OnPostLostAsync(string code) => MoveAsync(code, "desk.order.lost.done", part => new LoseParcel.Command(Actor, Cooperative, part));

    public Task<IActionResult> OnPostTakeOffAsync(string code, string number) => MoveAsync(code, "desk.undone", part => new TakeOffParcel.Command(Actor, Cooperative, part, number ?? ""));

    private async Task<IActionResult> MoveAsync(string code, string notice, Func<SellerOrderId, ICommand> move)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown)
            return NotFound();
        var outcome = await SendAsync(move(shown.Part));
        return outcome.Refusal is { } refusal ? GoToWith($"/sell/orders/{shown.Code}", refusal) : GoTo($"/sell/orders/{shown.Code}", notice);
    }
}
