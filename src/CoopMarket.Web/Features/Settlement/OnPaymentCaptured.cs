using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A paid order becomes a sale: each cooperative is owed its goods and delivery less the market's fee, held until its parcel
/// is delivered and three days old.
/// </summary>
internal sealed class OnPaymentCaptured(Ledger ledger, OrderBooks orders) : IHandle<PaymentCaptured>
{
    public async Task HandleAsync(PaymentCaptured happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await orders.OfAsync(happened.Order, cancellationToken)
            ?? throw new InvalidOperationException($"There is no order {happened.Order}.");
        List<EntryLine> lines = [new(LedgerAccount.BuyersMoney, happened.Amount)];
        foreach (var part in order.Parts)
        {
            lines.Add(new(LedgerAccount.Held, part.Fee - part.Goods - part.Delivery, part.Cooperative, part.Id));
            lines.Add(new(LedgerAccount.FeeIncome, -part.Fee, sellerOrder: part.Id));
        }

        await ledger.PostAsync(EntryKind.Sale, happened.Payment.Value, order.Id, delivery.RaisedAt, lines, cancellationToken);
    }
}
