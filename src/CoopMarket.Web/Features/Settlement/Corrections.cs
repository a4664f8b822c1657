using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What a paid order loses: taken from the cooperative's share and the market's fee, owed back to the buyer.</summary>
/// <param name="Kind">Declined or canceled.</param>
/// <param name="Source">What caused it.</param>
/// <param name="Goods">The price of the goods that are not sold after all.</param>
/// <param name="Delivery">The delivery that doesn't take place.</param>
/// <param name="Fee">The fee on those goods.</param>
internal sealed record Correction(EntryKind Kind, Guid Source, OrderId Order, SellerOrderId Part, Money Goods, Money Delivery, Money Fee, DateTimeOffset HappenedAt);

/// <summary>Books corrections of paid orders; in the same transaction the buyer's money falls due. Orders in cash have nothing to correct.</summary>
internal sealed class Corrections(Ledger ledger, Tills tills, RefundsDue refunds, Claims claims, OrderBooks orders)
{
    public async Task BookAsync(Correction correction, CancellationToken cancellationToken)
    {
        var back = correction.Goods + correction.Delivery;
        if (back.IsZero)
            return;
        await tills.HoldAsync(correction.Order, cancellationToken);
        if (await tills.StateAsync(correction.Order, cancellationToken) is not { State: PaymentState.Paid or PaymentState.TakenBack })
            return;
        var order = await orders.OfAsync(correction.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {correction.Order}.");
        var cooperative = order.Parts.Single(p => p.Id == correction.Part).Cooperative;
        var booked = await ledger.PostAsync(
            correction.Kind, correction.Source, correction.Order, correction.HappenedAt,
            [
                new(LedgerAccount.Held, back - correction.Fee, cooperative, correction.Part),
                new(LedgerAccount.FeeIncome, correction.Fee, sellerOrder: correction.Part),
                new(LedgerAccount.RefundsDue, -back, sellerOrder: correction.Part),
            ],
            cancellationToken);
        var reason = correction.Kind == EntryKind.Decline ? RefundReason.Declined : RefundReason.Canceled;
        if (booked)
            await claims.SetOffAsync(
                await refunds.AddAsync(correction.Order, correction.Part, back, reason, cancellationToken), correction.Order, correction.HappenedAt, cancellationToken);
    }
}
