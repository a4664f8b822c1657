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

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new PayRefund.Command(Actor, Id, Form.Reference));
        if (outcome.IsDone)
            return GoTo("/admin/payments", "payments.refund.done");
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
