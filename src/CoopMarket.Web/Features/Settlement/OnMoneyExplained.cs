using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What left the bank account for the market itself leaves the ledger's too, so that the two stay equal; what came back is no buyer's.</summary>
internal sealed class OnMoneyExplained(Ledger ledger) : IHandle<MoneyExplained>
{
    public Task HandleAsync(MoneyExplained happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.OwnCost, happened.MoneyIn.Value, null, delivery.RaisedAt,
        happened.IsIncome
            ? [new(LedgerAccount.BuyersMoney, happened.Amount), new(LedgerAccount.OwnCosts, -happened.Amount)]
            : [new(LedgerAccount.OwnCosts, happened.Amount), .. Ledger.At(happened.Place, -happened.Amount, happened.Foreign)],
        cancellationToken);
}
