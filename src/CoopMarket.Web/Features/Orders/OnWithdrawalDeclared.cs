using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Somebody withdrew by an order's code and an e-mail. Where that is the address the order's mails go to, it counts; else nothing
/// happens, so that nobody can undo another's order. What can't be is told to that same address.
/// </summary>
internal sealed class OnWithdrawalDeclared(OrderDrawer drawer, OrderMailbox mailbox, Withdrawals withdrawals, Outbox outbox) : IHandle<WithdrawalDeclared>
{
    public async Task HandleAsync(WithdrawalDeclared happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await drawer.ByCodeAsync(happened.Code, cancellationToken) is not { } order || !await mailbox.ReachesAsync(order, happened.Email, cancellationToken))
            return;
        var outcome = await withdrawals.DeclareAsync(order, happened.Name, null, happened.IsUnopened, cancellationToken);
        if (!outcome.IsDone)
            outbox.Raise(new WithdrawalTurnedDown(order.Id, outcome.Refusal!.Key));
    }
}
