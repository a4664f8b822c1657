using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What the card gateway kept is a cost of the market's own, and the gateway holds as much less; what it gave back is the reverse.</summary>
internal sealed class OnCardCostFell(Ledger ledger) : IHandle<CardCostFell>
{
    public Task HandleAsync(CardCostFell happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        happened.IsFee ? EntryKind.CardFee : EntryKind.OwnCost, happened.Move.Value, null, delivery.RaisedAt,
        [new(LedgerAccount.OwnCosts, happened.Cost), .. Ledger.At(MoneyPlace.Cards, -happened.Cost, happened.Foreign)], cancellationToken);
}
