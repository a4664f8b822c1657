using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A carrier paid over to the market what it had collected, less what it kept, which is the cooperative's cost; or the market gave up
/// what is missing. What came in as money of nobody settles what the carrier owed, and the share waits for it no longer. What a carrier had paid
/// for a parcel that came back it takes back by a later list: the same entry the other way round, less of what that list brings.
/// </summary>
internal sealed class OnCarriedCash(MarketDb db, Ledger ledger, OrderBooks orders, Tills tills, Contested contested) : IHandle<CashRemitted>, IHandle<CashGivenUp>
{
    public async Task HandleAsync(CashRemitted happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var share = await HasShareAsync(happened, cancellationToken) ? await db.AccountOfShareAsync(happened.SellerOrder, cancellationToken) : LedgerAccount.Payable;
        await ledger.PostAsync(
            EntryKind.CashRemitted, happened.Remitted.Value, happened.Order, delivery.RaisedAt,
            [
                new(LedgerAccount.BuyersMoney, happened.Cash - happened.Fee), new(share, happened.Fee, happened.Cooperative, happened.SellerOrder),
                new(LedgerAccount.CarriersOwe, -happened.Cash, sellerOrder: happened.SellerOrder),
            ],
            cancellationToken);
        await contested.LookAsync(happened.Order, cancellationToken);
    }

    // What came back untaken or was lost has no share: what the carrier kept is set off against the next payout.
    private async Task<bool> HasShareAsync(CashRemitted happened, CancellationToken cancellationToken)
    {
        await tills.HoldAsync(happened.Order, cancellationToken);
        var order = await orders.OfAsync(happened.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {happened.Order}.");
        return !order.Parts.Single(p => p.Id == happened.SellerOrder).HasFailed;
    }

    public async Task HandleAsync(CashGivenUp happened, Delivery delivery, CancellationToken cancellationToken)
    {
        await ledger.PostAsync(
            EntryKind.CashGivenUp, happened.SellerOrder.Value, happened.Order, delivery.RaisedAt,
            [new(LedgerAccount.OwnCosts, happened.Amount), new(LedgerAccount.CarriersOwe, -happened.Amount, sellerOrder: happened.SellerOrder)], cancellationToken);
        await contested.LookAsync(happened.Order, cancellationToken);
    }
}
