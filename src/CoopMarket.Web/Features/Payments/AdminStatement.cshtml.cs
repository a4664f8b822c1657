using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminStatementModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public StatementId Id { get; set; }

    public StatementPreview.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostImportAsync() => DoAsync(new ImportStatement.Command(Actor, Id), $"/admin/payments/statements/{Id}", "payments.statement.begun");

    public Task<IActionResult> OnPostDiscardAsync() => DoAsync(new DiscardStatement.Command(Actor, Id), "/admin/payments/statements", "payments.statement.discarded");

    private async Task<IActionResult> DoAsync(MediatR.IRequest<Outcome> command, string goal, string done)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo(goal, done);
        return await LoadAsync() ? Again(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync() => (View = (await SendAsync(new StatementPreview.Query(Actor, Id)))!) is not null;
}
