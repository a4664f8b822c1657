using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The bank took back what an order was paid with: what has not left yet is called off, and its stock goes back.</summary>
internal sealed class OnMoneyTakenBack(OrderDrawer drawer, Tills tills, TimeProvider time) : IHandle<MoneyTakenBack>
{
    public async Task HandleAsync(MoneyTakenBack happened, Delivery delivery, CancellationToken cancellationToken)
    {
        // A surplus that the bank took back, or a part of what is still awaited, changes nothing for the cooperatives.
        if (happened.Order is not { } id || await tills.StateAsync(id, cancellationToken) is not { State: PaymentState.TakenBack })
            return;
        var order = await drawer.OneAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no order {id}.");
        // That it was paid is still on its way here; this is tried again until it has arrived.
        if (order.State == OrderState.AwaitingPayment)
            throw new InvalidOperationException($"{order.Code} does not know yet that it was paid.");
        await drawer.GiveBackAsync(order, order.CallOffUnsent(time.Now()), cancellationToken);
    }
}
