using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RecordTransferModel : MarketPage
{
    [BindProperty]
    public RecordTransfer.Form Form { get; set; } = new();

    /// <summary>What is written down already and is like it, so that she is asked; null else.</summary>
    public TransferAlike? Alike { get; private set; }

    /// <summary>Whether she is asked if it is another.</summary>
    public bool Asks { get; private set; }

    // The form writes nothing, but only an admin may see it: the queue's query is asked for her.
    public async Task OnGetAsync() => _ = await SendAsync(new PaymentQueue.Query(Actor));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new RecordTransfer.Command(Actor, Form.Reference, Form.Amount, Form.Text, Form.Day, Form.Direction, Form.IsAnother));
        (Alike, Asks) = (outcome.Refusal as TransferAlike, outcome.Refusal is TransferAlike or TransferKnown || Form.IsAnother);
        return outcome.IsDone ? GoTo($"/admin/payments/lines/{outcome.Value}", "payments.record.done") : Again(outcome);
    }
}
