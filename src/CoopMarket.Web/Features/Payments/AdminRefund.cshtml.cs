using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminRefundModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public RefundDueId Id { get; set; }

    [BindProperty]
    public RefundForm Form { get; set; } = new();

    public RefundCase.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync() => DoAsync(new PayRefund.Command(Actor, Id, Form.Reference), "/admin/payments", "payments.refund.done");

    public Task<IActionResult> OnPostAgreeAsync() => DoAsync(new AgreeToRefund.Command(Actor, Id), $"/admin/payments/refunds/{Id}", "payments.refund.agree.done");

    public Task<IActionResult> OnPostRetryAsync() => DoAsync(new RetryRefund.Command(Actor, Id), $"/admin/payments/refunds/{Id}", "payments.refund.retry.done");

    private async Task<IActionResult> DoAsync(MediatR.IRequest<Outcome> command, string goal, string done)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo(goal, done);
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        View = (await SendAsync(new RefundCase.Query(Actor, Id)))!;
        return View is not null;
    }

    internal sealed class RefundForm
    {
        public string? Reference { get; set; }
    }
}
