using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Takes money back of a transfer, and shows what was.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReversalsModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Position { get; set; }

    [BindProperty]
    public TakeBackTransfer.Form Form { get; set; } = new();

    public Reversals.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync() => DoAsync(new TakeBackTransfer.Command(Actor, Code, Position, Form.Amount, Form.Reason), "settlement.reversal.done");

    public Task<IActionResult> OnPostAgreeAsync(TransferReversalId reversal) => DoAsync(new AgreeToReversal.Command(Actor, reversal), "settlement.reversal.agreed");

    public Task<IActionResult> OnPostDropAsync(TransferReversalId reversal) => DoAsync(new DropReversal.Command(Actor, reversal), "settlement.reversal.dropped");

    private async Task<IActionResult> DoAsync(MediatR.IRequest<Outcome> command, string done)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo($"/admin/payouts/{Code}/{Position}/back", done);
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync() => (View = (await SendAsync(new Reversals.Query(Actor, Code, Position)))!) is not null;
}
