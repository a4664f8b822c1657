using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer what a cooperative can't send, why, and what she gets back.</summary>
internal sealed class OnLineDeclined(OrderMailbox mailbox) : IHandle<LineDeclined>
{
    public async Task HandleAsync(LineDeclined happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var part = order.Part(happened.SellerOrder)!;
        var line = part.Line(happened.Line);
        // With the last line the delivery does not take place either: it is owed too.
        var owed = happened.EndsPart ? happened.Goods + part.Delivery : happened.Goods;
        var declined = new DeclinedMail(
            line.ProductName, line.VariantName, happened.Quantity, order.Way == PaymentWay.CashOnDelivery ? Money.Zero(owed.Currency) : owed, happened.Reason);
        await mailbox.TellBuyerAsync(delivery, order, "Declined", part, declined, cancellationToken);
    }
}
