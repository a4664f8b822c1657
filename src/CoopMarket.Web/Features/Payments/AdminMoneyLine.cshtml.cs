using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminMoneyLineModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public MoneyInId Id { get; set; }

    [BindProperty]
    public LineForm Form { get; set; } = new();

    public MoneyLine.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostAssignAsync() => SettleAsync(new AssignMoney.Command(Actor, Id, Form.Code));

    public Task<IActionResult> OnPostReturnAsync() => SettleAsync(new ReturnMoney.Command(Actor, Id));

    public Task<IActionResult> OnPostExplainAsync() => SettleAsync(new ExplainMoney.Command(Actor, Id, Form.Note));

    public Task<IActionResult> OnPostTaxAsync() => SettleAsync(new PayTaxOffice.Command(Actor, Id, Form.TaxMonth));

    public Task<IActionResult> OnPostTakeBackAsync() => SettleAsync(new TakeBackMoney.Command(Actor, Id, Form.Reference));

    public Task<IActionResult> OnPostPayoutAsync() => SettleAsync(new BringPayoutBack.Command(Actor, Id, Form.Run, Form.Position));

    public Task<IActionResult> OnPostCardsAsync() => SettleAsync(new ReceiveFromCards.Command(Actor, Id, Form.Kept));

    public Task<IActionResult> OnPostSameAsync() => SettleAsync(new SameMoney.Command(Actor, Id, Form.Same));

    private async Task<IActionResult> SettleAsync(MediatR.IRequest<Outcome> command)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo($"/admin/payments/lines/{Id}", "payments.line.done");
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        View = (await SendAsync(new MoneyLine.Query(Actor, Id)))!;
        return View is not null;
    }
}
