using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A parcel arrived. Of a sale in cash the cooperative has the money and owes the market its fee; a paid sale's share is held
/// three more days, less the tax that is withheld from who is a household or a person.
/// </summary>
internal sealed class OnParcelDelivered(MarketDb db, Ledger ledger, OrderBooks orders, Tills tills, Withholdings withholdings) : IHandle<ParcelDelivered>
{
    public async Task HandleAsync(ParcelDelivered happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await orders.OfAsync(happened.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {happened.Order}.");
        var part = order.Parts.Single(p => p.Id == happened.SellerOrder);
        if (order.Way == PaymentWay.CashOnDelivery)
            await ledger.PostAsync(
                EntryKind.CashFee, part.Id.Value, order.Id, delivery.RaisedAt,
                [new(LedgerAccount.FeesOwed, part.FeeLeft, part.Cooperative, part.Id), new(LedgerAccount.FeeIncome, -part.FeeLeft, sellerOrder: part.Id)], cancellationToken);
        else if (!await db.Set<Hold>().AnyAsync(h => h.SellerOrder == part.Id, cancellationToken))
        {
            var hold = Hold.Of(order.Id, part.Id, part.Cooperative, delivery.RaisedAt);
            hold.Stop(part.IsContested || await tills.StateAsync(order.Id, cancellationToken) is { IsDisputed: true }, delivery.RaisedAt);
            db.Add(hold);
            await withholdings.LookAsync(order.Id, part.Id, delivery.Id, delivery.RaisedAt, cancellationToken);
        }
    }
}
