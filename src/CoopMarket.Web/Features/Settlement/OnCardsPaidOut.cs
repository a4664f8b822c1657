using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// What had come in as money of nobody is what the card gateway held: it holds as much less, and what it kept is a cost of the
/// market's own.
/// </summary>
internal sealed class OnCardsPaidOut(Ledger ledger) : IHandle<CardsPaidOut>
{
    public Task HandleAsync(CardsPaidOut happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.CardsPaidOut, happened.MoneyIn.Value, null, delivery.RaisedAt,
        [
            new(LedgerAccount.BuyersMoney, happened.Amount), new(LedgerAccount.OwnCosts, happened.Kept), new(LedgerAccount.Cards, -(happened.Amount + happened.Kept)),
        ],
        cancellationToken);
}
