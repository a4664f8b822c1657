using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What a paid order loses: taken from the cooperative's share and the market's fee, owed back to the buyer.</summary>
/// <param name="Kind">Declined, canceled or given back after it arrived.</param>
/// <param name="Source">What caused it.</param>
/// <param name="Goods">What goes back of the goods.</param>
/// <param name="Delivery">What goes back of the delivery.</param>
/// <param name="Fee">The fee on those goods.</param>
internal sealed record Correction(EntryKind Kind, Guid Source, OrderId Order, SellerOrderId Part, Money Goods, Money Delivery, Money Fee, DateTimeOffset HappenedAt);

/// <summary>Books corrections of paid orders; in the same transaction the buyer's money falls due, and tax that was withheld is given back. Of an order in cash only the fee is corrected.</summary>
internal sealed class Corrections(MarketDb db, Ledger ledger, Tills tills, RefundsDue refunds, Claims claims, OrderBooks orders, Withholdings withholdings)
{
    public async Task BookAsync(Correction correction, CancellationToken cancellationToken)
    {
        var back = correction.Goods + correction.Delivery;
        if (back.IsZero)
            return;
        await tills.HoldAsync(correction.Order, cancellationToken);
        var till = await tills.StateAsync(correction.Order, cancellationToken);
        var order = await orders.OfAsync(correction.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {correction.Order}.");
        var part = order.Parts.Single(p => p.Id == correction.Part);
        var cooperative = part.Cooperative;
        if (till?.State == PaymentState.CashOnDelivery && correction.Kind == EntryKind.RefundGranted)
            await ForgoFeeAsync(correction, part, cancellationToken);
        if (till is not { State: PaymentState.Paid or PaymentState.TakenBack })
            return;
        var booked = await ledger.PostAsync(
            correction.Kind, correction.Source, correction.Order, correction.HappenedAt,
            [
                new(await db.AccountOfShareAsync(correction.Part, cancellationToken), back - correction.Fee, cooperative, correction.Part),
                new(LedgerAccount.FeeIncome, correction.Fee, sellerOrder: correction.Part),
                new(LedgerAccount.RefundsDue, -back, sellerOrder: correction.Part),
            ],
            cancellationToken);
        var reason = correction.Kind switch
        {
            EntryKind.Decline => RefundReason.Declined,
            EntryKind.RefundGranted => RefundReason.Granted,
            _ => RefundReason.Canceled,
        };
        if (!booked)
            return;
        await claims.SetOffAsync(await refunds.AddAsync(correction.Order, correction.Part, back, reason, cancellationToken), correction.Order, correction.HappenedAt, cancellationToken);
        await withholdings.LookAsync(correction.Order, correction.Part, correction.Source, correction.HappenedAt, cancellationToken);
    }

    // The cooperative gives back itself what was paid in cash; the market's fee on it is no longer owed, or comes to her share.
    private async Task ForgoFeeAsync(Correction correction, SellerBook part, CancellationToken cancellationToken)
    {
        var account = part.IsCashForMarket ? await db.AccountOfShareAsync(part.Id, cancellationToken) : LedgerAccount.FeesOwed;
        await ledger.PostAsync(
            correction.Kind, correction.Source, correction.Order, correction.HappenedAt,
            [new(LedgerAccount.FeeIncome, correction.Fee, sellerOrder: correction.Part), new(account, -correction.Fee, part.Cooperative, correction.Part)], cancellationToken);
        if (part.IsCashForMarket)
            await withholdings.LookAsync(correction.Order, correction.Part, correction.Source, correction.HappenedAt, cancellationToken);
    }
}
