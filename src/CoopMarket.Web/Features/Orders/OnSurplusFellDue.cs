using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that money came in for an order that does not need it, and that it goes back: nobody pays for nothing unseen.</summary>
internal sealed class OnSurplusFellDue(OrderMailbox mailbox) : IHandle<SurplusFellDue>
{
    public async Task HandleAsync(SurplusFellDue happened, Delivery delivery, CancellationToken cancellationToken)
    {
        // What her bank took back, she has; and what she sends again for it is hers to know.
        if (happened.Order is { } id && happened.Reason is not (RefundReason.TakenBack or RefundReason.Again))
            await mailbox.TellSurplusAsync(
                delivery, await mailbox.OrderAsync(id, cancellationToken), happened.Place == MoneyPlace.Cards ? PaymentWay.Card : PaymentWay.BankTransfer, happened.Amount, cancellationToken);
    }
}
