using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A carrier paid over to the market what it had collected, less what it kept, which is the cooperative's cost; or the market gave up
/// what is missing. What came in as money of nobody settles what the carrier owed, and the share waits for it no longer.
/// </summary>
internal sealed class OnCarriedCash(MarketDb db, Ledger ledger, Contested contested) : IHandle<CashRemitted>, IHandle<CashGivenUp>
{
    public async Task HandleAsync(CashRemitted happened, Delivery delivery, CancellationToken cancellationToken)
    {
        // What came back untaken has no share: its way back is set off against the next payout.
        var share = happened.Cash.IsZero ? LedgerAccount.Payable : await db.AccountOfShareAsync(happened.SellerOrder, cancellationToken);
        await ledger.PostAsync(
            EntryKind.CashRemitted, happened.Remitted.Value, happened.Order, delivery.RaisedAt,
            [
                new(LedgerAccount.BuyersMoney, happened.Cash - happened.Fee), new(share, happened.Fee, happened.Cooperative, happened.SellerOrder),
                new(LedgerAccount.CarriersOwe, -happened.Cash, sellerOrder: happened.SellerOrder),
            ],
            cancellationToken);
        await contested.LookAsync(happened.Order, cancellationToken);
    }

    public async Task HandleAsync(CashGivenUp happened, Delivery delivery, CancellationToken cancellationToken)
    {
        await ledger.PostAsync(
            EntryKind.CashGivenUp, happened.SellerOrder.Value, happened.Order, delivery.RaisedAt,
            [new(LedgerAccount.OwnCosts, happened.Amount), new(LedgerAccount.CarriersOwe, -happened.Amount, sellerOrder: happened.SellerOrder)], cancellationToken);
        await contested.LookAsync(happened.Order, cancellationToken);
    }
}
