using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A parcel came back untaken or is lost although its carrier had paid the market for it: there is no share from which what the carrier
/// kept could be taken, so the next payout is less by it. What was paid the carrier is owed back, and takes it back by a list.
/// </summary>
internal sealed class OnCashNotCollected(MarketDb db, Ledger ledger, OrderBooks orders, Tills tills) : IHandle<ParcelRefused>, IHandle<ParcelLost>
{
    public Task HandleAsync(ParcelRefused happened, Delivery delivery, CancellationToken cancellationToken)
        => LookAsync(happened.Order, happened.SellerOrder, delivery, cancellationToken);

    public Task HandleAsync(ParcelLost happened, Delivery delivery, CancellationToken cancellationToken)
        => LookAsync(happened.Order, happened.SellerOrder, delivery, cancellationToken);

    private async Task LookAsync(OrderId order, SellerOrderId id, Delivery delivery, CancellationToken cancellationToken)
    {
        // A list that is booked at the same time is booked before, and seen here, or after, and sees that there is no share.
        await tills.HoldAsync(order, cancellationToken);
        var book = await orders.OfAsync(order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {order}.");
        var part = book.Parts.Single(p => p.Id == id);
        if (!part.IsCashForMarket)
            return;
        var kept = Money.Dong(await db.Set<EntryLine>().Where(l => l.SellerOrder == id && l.Account == LedgerAccount.Held).SumAsync(l => l.Amount.Minor, cancellationToken));
        // It stays what a carrier kept, whatever account it moves to: a debt of hers, and no payout too much.
        await ledger.PostAsync(
            EntryKind.CashRemitted, id.Value, order, delivery.RaisedAt,
            [new(LedgerAccount.Held, -kept, part.Cooperative, id), new(LedgerAccount.Payable, kept, part.Cooperative, id)], cancellationToken);
    }
}
