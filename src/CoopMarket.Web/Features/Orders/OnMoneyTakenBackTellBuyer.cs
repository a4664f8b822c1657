using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that the bank took back what her order was paid with, and what becomes of it.</summary>
internal sealed class OnMoneyTakenBackTellBuyer(OrderMailbox mailbox, Tills tills) : IHandle<MoneyTakenBack>
{
    public async Task HandleAsync(MoneyTakenBack happened, Delivery delivery, CancellationToken cancellationToken)
    {
        // A surplus that the bank took back, or a part of what is still awaited, changes nothing for her goods.
        if (happened.Order is not { } id || await tills.StateAsync(id, cancellationToken) is not { State: PaymentState.TakenBack })
            return;
        await mailbox.TellTakenBackAsync(delivery, await mailbox.OrderAsync(id, cancellationToken), happened.Amount, cancellationToken);
    }
}
