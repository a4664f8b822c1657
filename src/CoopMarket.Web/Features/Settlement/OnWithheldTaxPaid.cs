using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Tax that was withheld left the bank account: the market owes the tax office as much less.</summary>
internal sealed class OnWithheldTaxPaid(Ledger ledger) : IHandle<WithheldTaxPaid>
{
    public Task HandleAsync(WithheldTaxPaid happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.TaxPaid, happened.MoneyIn.Value, null, delivery.RaisedAt,
        [new(LedgerAccount.TaxWithheld, happened.Amount), new(LedgerAccount.Bank, -happened.Amount)], cancellationToken);
}
