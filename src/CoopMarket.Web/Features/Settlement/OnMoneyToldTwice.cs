using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What was booked as coming in a second time is booked the other way round.</summary>
internal sealed class OnMoneyToldTwice(Ledger ledger) : IHandle<MoneyToldTwice>
{
    public Task HandleAsync(MoneyToldTwice happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.ToldTwice, happened.MoneyIn.Value, null, delivery.RaisedAt,
        [new(LedgerAccount.BuyersMoney, happened.Amount), new(LedgerAccount.Bank, -happened.Amount)], cancellationToken);
}
