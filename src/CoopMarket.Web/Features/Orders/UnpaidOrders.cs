using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Lets unpaid orders go, with their stock, inside the caller's transaction. The money's arrival and this decide between them on
/// the payment's row. The till is asked before the order moves: who reacts to a message keeps what she moved, whatever the answer is.
/// </summary>
internal sealed class UnpaidOrders(OrderDrawer drawer, Tills tills, TimeProvider time)
{
    /// <summary>Its time to pay is over.</summary>
    /// <param name="cannotBePaid">Whether the page on which it was to be paid by card is closed, though there were time left.</param>
    public async Task<Outcome> ExpireAsync(Order order, bool cannotBePaid, CancellationToken cancellationToken)
        => order.MayExpire(cannotBePaid, time.Now()) && await tills.TryCloseAsync(order.Id, AwaitedPaymentState.Expired, cancellationToken)
            ? await LetGoAsync(order, order.Expire(cannotBePaid, time.Now()), cancellationToken)
            : new WrongStep();

    /// <summary>The buyer doesn't want it any more. Refused where it is paid, or is being paid just now.</summary>
    public async Task<Outcome> CallOffAsync(Order order, CancellationToken cancellationToken)
        => order.State == OrderState.AwaitingPayment && await tills.TryCloseAsync(order.Id, AwaitedPaymentState.Canceled, cancellationToken)
            ? await LetGoAsync(order, order.CancelUnpaid(time.Now()), cancellationToken)
            : new WrongStep();

    private async Task<Outcome> LetGoAsync(Order order, Outcome outcome, CancellationToken cancellationToken)
    {
        await drawer.GiveBackAsync(order, order.Parts, cancellationToken);
        return outcome;
    }
}
