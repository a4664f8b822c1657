using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Lets unpaid orders go, with their stock, inside the caller's transaction. The money's arrival and this decide between them on
/// the payment's row.
/// </summary>
internal sealed class Expiry(OrderDrawer drawer, Tills tills, TimeProvider time)
{
    /// <param name="cannotBePaid">Whether the page on which it was to be paid by card is closed, though there were time left.</param>
    public async Task<Outcome> LetGoAsync(Order order, bool cannotBePaid, CancellationToken cancellationToken)
    {
        // The till is asked before the order moves: who reacts to a message keeps what she moved, whatever the answer is.
        if (!order.MayExpire(cannotBePaid, time.Now()) || !await tills.TryCloseAsync(order.Id, AwaitedPaymentState.Expired, cancellationToken))
            return new WrongStep();
        var outcome = order.Expire(cannotBePaid, time.Now());
        await drawer.GiveBackAsync(order, order.Parts, cancellationToken);
        return outcome;
    }
}
