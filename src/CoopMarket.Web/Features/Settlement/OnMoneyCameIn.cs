using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Money that came in belongs to buyers until it is part of a sale.</summary>
internal sealed class OnMoneyCameIn(Ledger ledger) : IHandle<MoneyCameIn>
{
    public Task HandleAsync(MoneyCameIn happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.MoneyIn, happened.MoneyIn.Value, null, delivery.RaisedAt,
        [.. Ledger.At(happened.Place, happened.Amount, happened.Foreign), new(LedgerAccount.BuyersMoney, -happened.Amount)], cancellationToken);
}
