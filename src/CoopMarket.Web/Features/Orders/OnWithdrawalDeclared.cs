using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Somebody withdrew by an order's code and an e-mail. Where that is the address the order's mails go to, it counts; else nothing
/// happens, so that nobody can undo another's order. What she has not paid is called off, wherever she lives. What can't be is told to that same address.
/// </summary>
internal sealed class OnWithdrawalDeclared(OrderDrawer drawer, OrderMailbox mailbox, UnpaidOrders unpaid, Withdrawals withdrawals, Outbox outbox) : IHandle<WithdrawalDeclared>
{
    public async Task HandleAsync(WithdrawalDeclared happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await drawer.ByCodeAsync(happened.Code, cancellationToken) is not { } order || !await mailbox.ReachesAsync(order, happened.Email, cancellationToken))
            return;
        // Nothing was paid for it yet. Where it can't be called off, because it is paid or is being paid just now, what follows decides.
        if ((await unpaid.CallOffAsync(order, cancellationToken)).IsDone)
            return;
        var outcome = await withdrawals.DeclareAsync(order, happened.Name, null, happened.IsUnopened, cancellationToken);
        // Who loads the page anew says it once more: what was answered already needs no refusal.
        var isAnswered = order is { State: OrderState.Cancelled, PaidAt: null } || await withdrawals.WasDeclaredAsync(order.Id, cancellationToken);
        if (!outcome.IsDone && !isAnswered)
            outbox.Raise(new WithdrawalTurnedDown(order.Id, outcome.Refusal!.Key));
    }
}
