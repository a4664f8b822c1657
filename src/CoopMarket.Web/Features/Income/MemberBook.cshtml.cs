using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Income;

/// <summary>One member: pay her, confirm, witness, take a payment back, leave her out for a while.</summary>
internal sealed class MemberBookModel : DeskPage
{
    protected override DeskRoles Work => DeskRoles.Manager;

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public ProducerId Id { get; set; }

    [BindProperty]
    public PayMember.Form Form { get; set; } = new();

    public MemberBook.View View { get; private set; } = null!;

    private string Here => $"/sell/income/{Id}";

    public async Task<IActionResult> OnGetAsync() => await LookUpAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostPayAsync()
    {
        if (!await LookUpAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        var outcome = await SendAsync(new PayMember.Command(Actor, Cooperative, Id, Form.Amount, Form.Way, Form.IsAdvance, Form.Seen));
        return outcome.IsDone ? GoTo(Here, "income.pay.done") : Again(outcome);
    }

    public Task<IActionResult> OnPostConfirmAsync(MemberPaymentId payment, string? word) => DoAsync(new ConfirmPayment.Command(Actor, Cooperative, payment, word), "income.confirm.done");

    public Task<IActionResult> OnPostWitnessAsync(MemberPaymentId payment) => DoAsync(new WitnessPayment.Command(Actor, Cooperative, payment), "income.witness.done");

    public Task<IActionResult> OnPostWithdrawAsync(MemberPaymentId payment) => DoAsync(new WithdrawPayment.Command(Actor, Cooperative, payment), "income.withdraw.done");

    public Task<IActionResult> OnPostPauseAsync(bool back) => DoAsync(new PauseMember.Command(Actor, Cooperative, Id, back), back ? "income.pause.back" : "income.pause.done");

    private async Task<IActionResult> DoAsync(IRequest<Outcome> command, string done)
    {
        if (!await LookUpAsync())
            return NotFound();
        var outcome = await SendAsync(command);
        return outcome.IsDone ? GoTo(Here, done) : outcome.Kind == OutcomeKind.Invalid ? Again(outcome, "") : GoToWith(Here, outcome.Refusal!);
    }

    private async Task<bool> LookUpAsync() => (View = (await SendAsync(new MemberBook.Query(Actor, Cooperative, Id)))!) is not null;
}
