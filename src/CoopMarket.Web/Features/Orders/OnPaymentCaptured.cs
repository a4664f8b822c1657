using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The money is there: the parts wait to be accepted.</summary>
internal sealed class OnPaymentCaptured(OrderDrawer drawer, Cooperatives cooperatives, TimeProvider time) : IHandle<PaymentCaptured>
{
    public async Task HandleAsync(PaymentCaptured happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await drawer.OneAsync(happened.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {happened.Order}.");
        // Payments closes an order's till in the transaction that lets the order go, so money that was captured always finds it waiting.
        var now = time.Now();
        var closed = await cooperatives.ClosedAsync(order.Parts.Select(p => p.Cooperative), VietnamDay.Of(now), cancellationToken);
        if (!order.Pay(closed, now).IsDone)
            throw new InvalidOperationException($"{order.Code} was paid in state {order.State}.");
    }
}
