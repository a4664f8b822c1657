using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A parcel arrived. Of a sale in cash the cooperative has the money and owes the market its fee, unless the carrier collects it for the
/// market: then it is the carrier that owes. The share of what is paid to the market is held three more days, and until a carrier has
/// paid over the cash; less the tax that is withheld from who is a household or a person.
/// </summary>
internal sealed class OnParcelDelivered(MarketDb db, Ledger ledger, OrderBooks orders, Contested contested, Withholdings withholdings) : IHandle<ParcelDelivered>
{
    public async Task HandleAsync(ParcelDelivered happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await orders.OfAsync(happened.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {happened.Order}.");
        var part = order.Parts.Single(p => p.Id == happened.SellerOrder);
        if (order.Way == PaymentWay.CashOnDelivery && !part.IsCashForMarket)
        {
            await ledger.PostAsync(
                EntryKind.CashFee, part.Id.Value, order.Id, delivery.RaisedAt,
                [new(LedgerAccount.FeesOwed, part.FeeLeft, part.Cooperative, part.Id), new(LedgerAccount.FeeIncome, -part.FeeLeft, sellerOrder: part.Id)], cancellationToken);
            return;
        }

        if (await db.Set<Hold>().AnyAsync(h => h.SellerOrder == part.Id, cancellationToken))
            return;
        if (part.IsCashForMarket)
            await ledger.PostAsync(
                EntryKind.CashSale, part.Id.Value, order.Id, delivery.RaisedAt,
                [
                    new(LedgerAccount.CarriersOwe, part.Left, sellerOrder: part.Id), new(LedgerAccount.Held, part.FeeLeft - part.Left, part.Cooperative, part.Id),
                    new(LedgerAccount.FeeIncome, -part.FeeLeft, sellerOrder: part.Id),
                ],
                cancellationToken);
        var hold = Hold.Of(order.Id, part.Id, part.Cooperative, delivery.RaisedAt);
        hold.Stop(await contested.IsStoppedAsync(order, part, cancellationToken), delivery.RaisedAt);
        db.Add(hold);
        await withholdings.LookAsync(order.Id, part.Id, delivery.Id, delivery.RaisedAt, cancellationToken);
    }
}
