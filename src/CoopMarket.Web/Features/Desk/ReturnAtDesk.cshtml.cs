using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Something that a buyer sends back: agreed to or refused, and taken back.</summary>
internal sealed class ReturnAtDeskModel : DeskPage
{
    public OrderAtDesk.View Shown { get; private set; } = null!;

    public OrderAtDesk.Back Back { get; private set; } = null!;

    /// <summary>Whether she may decide about it.</summary>
    public bool Manages => Seat.Role == MemberRole.Manager;

    [BindProperty]
    public ReturnForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, ReturnId id) => await LoadAsync(code, id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgreeAsync(string code, ReturnId id) => DoAsync(code, id, new AnswerReturn.Command(Actor, Cooperative, id, true, Form.Words ?? ""), "desk.return.done.agreed");

    public Task<IActionResult> OnPostRefuseAsync(string code, ReturnId id) => DoAsync(code, id, new AnswerReturn.Command(Actor, Cooperative, id, false, Form.Words ?? ""), "desk.return.done.refused");

    public Task<IActionResult> OnPostBackAsync(string code, ReturnId id)
        => DoAsync(code, id, new TakeReturnBack.Command(Actor, Cooperative, id, Form.Amount ?? "", Form.Reason ?? "", Form.Restock), "desk.return.done.back");

    // The return is looked for in the order that the address names before anything is done with it.
    private async Task<IActionResult> DoAsync<TOutcome>(string code, ReturnId id, ICommand<TOutcome> command, string done)
        where TOutcome : IOutcome<TOutcome>
    {
        if (!await LoadAsync(code, id))
            return NotFound();
        var outcome = await SendAsync(command);
        return outcome.Kind == OutcomeKind.Done ? GoTo($"/sell/orders/{code}", Shown.Told(done), Shared.Show.Phone(Shown.To.Phone)) : Again(outcome);
    }

    private async Task<bool> LoadAsync(string code, ReturnId id)
    {
        if (await SendAsync(new OrderAtDesk.Query(Actor, Cooperative, code)) is not { } shown || shown.Returns.FirstOrDefault(r => r.Id == id) is not { } back)
            return false;
        (Shown, Back) = (shown, back);
        return true;
    }

    internal sealed class ReturnForm
    {
        public string? Words { get; set; }

        public string? Amount { get; set; }

        public string? Reason { get; set; }

        public bool Restock { get; set; }
    }
}
