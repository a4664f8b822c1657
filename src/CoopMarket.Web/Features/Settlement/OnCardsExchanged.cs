using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>The card gateway gave a currency away and holds đồng for it, or the other way round: what the two differ by from the rates of the orders stays with the exchange.</summary>
internal sealed class OnCardsExchanged(Ledger ledger) : IHandle<CardsExchanged>
{
    public Task HandleAsync(CardsExchanged happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.CardsExchanged, happened.Exchange.Value, null, delivery.RaisedAt,
        [
            new(LedgerAccount.Cards, -happened.Foreign), new(LedgerAccount.Exchange, happened.Foreign),
            new(LedgerAccount.Exchange, -happened.Amount), new(LedgerAccount.Cards, happened.Amount),
        ],
        cancellationToken);
}
