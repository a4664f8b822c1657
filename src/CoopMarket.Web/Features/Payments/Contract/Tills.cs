using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>What other areas may do with the payment of an order. Works inside the caller's transaction and does not save.</summary>
internal sealed class Tills(MarketDb db, WaysBack ways, TimeProvider time, Ids ids)
{
    /// <summary>Opens the payment of an order that is being placed.</summary>
    /// <param name="payBy">When an unpaid order lets its stock go, UTC; null for cash on delivery.</param>
    /// <param name="charged">What a card is charged for all of it; null where that is the total itself.</param>
    public Task OpenAsync(OrderId order, string code, PaymentWay way, Money total, DateTimeOffset? payBy, CancellationToken cancellationToken, Money? charged = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        db.Add(Payment.For(ids.New<PaymentId>(), order, PublicCode.Parse(code), way, total, payBy, time.Now(), charged));
        return Task.CompletedTask;
    }

    /// <summary>Where the payment stands; null where there is no such order.</summary>
    public async Task<TillState?> StateAsync(OrderId order, CancellationToken cancellationToken)
        => await db.Set<Payment>().AsNoTracking().FirstOrDefaultAsync(p => p.Order == order, cancellationToken) is { } payment
            ? new(payment.Way, payment.State, payment.Expected, payment.Paid, payment.Open, payment.PayBy, payment.SettledAt, payment.DisputedAt is not null, payment.OpenCharged)
            : null;

    /// <summary>
    /// Lets nobody else settle what is owed for this order until the running transaction ends: what is read of it stays true. A
    /// payment that changes meanwhile is counted anew.
    /// </summary>
    public Task HoldAsync(OrderId order, CancellationToken cancellationToken)
        => db.Set<Payment>().Where(p => p.Order == order).ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version + 1), cancellationToken);

    /// <summary>
    /// Stops waiting for the money of an order that expires or is canceled as a whole, in the transaction that does so. What
    /// has come in for it so far falls due to be sent back.
    /// </summary>
    /// <returns>False when the money is there or the payment is closed already: the order must not expire then.</returns>
    public async Task<bool> TryCloseAsync(OrderId order, AwaitedPaymentState end, CancellationToken cancellationToken)
    {
        var payment = await db.Set<Payment>().FirstAsync(p => p.Order == order, cancellationToken);
        if (!payment.TryClose(end, time.Now()))
            return false;
        if (!payment.Paid.IsZero)
            foreach (var (place, some) in await ways.OfAsync(order, payment.Place, payment.Paid, cancellationToken))
                db.Add(RefundDue.OfSurplus(ids.New<RefundDueId>(), RefundReason.Unfinished, order, null, place, some, time.Now()));
        return true;
    }
}

/// <summary>Where the payment of an order stands.</summary>
/// <param name="Open">What is still to come; zero once it is paid, closed or collected by the carrier.</param>
/// <param name="PayBy">UTC; null where nothing runs out.</param>
/// <param name="SettledAt">When it was paid or closed, UTC; null before.</param>
/// <param name="IsDisputed">Whether the buyer's bank disputes it now.</param>
/// <param name="OpenCharged">What a card is charged for what is still to come.</param>
internal sealed record TillState(PaymentWay Way, PaymentState State, Money Expected, Money Paid, Money Open, DateTimeOffset? PayBy, DateTimeOffset? SettledAt, bool IsDisputed, Money OpenCharged);
