using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// For every part of a paid order, the cooperative's share in the ledger, with the tax withheld from it, equals what was sold less what was declined, canceled
/// or given back, less the fee; for a delivered part in cash, the fee owed equals the fee on what was delivered, or, where its carrier collects
/// for the market, the share is what was delivered less the fee and what the carrier kept.
/// </summary>
internal sealed class SharesAddUp(MarketReads reads) : IInvariant
{
    public string Name => "each part's share and fee in the ledger equal its order";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        if (await OnTheWay.OfAsync(reads, cancellationToken) is { } waiting)
            return waiting;

        var booked = (await reads.Of<EntryLine>().Where(l => l.SellerOrder != null).GroupBy(l => new { l.SellerOrder, l.Account })
            .Select(g => new { Part = g.Key.SellerOrder, g.Key.Account, Sum = g.Sum(l => l.Amount.Minor) }).ToListAsync(cancellationToken))
            .ToDictionary(b => (b.Part!.Value, b.Account), b => b.Sum);
        var parts = await (from p in reads.Of<SellerOrder>()
                           join o in reads.Of<Order>() on p.OrderId equals o.Id
                           select new { p.Id, p.State, Delivery = p.Delivery.Minor, o.Way, p.IsCashForMarket, IsPaid = reads.Of<Payment>().Any(y => y.Order == o.Id && (y.State == PaymentState.Paid || y.State == PaymentState.TakenBack)) }).ToListAsync(cancellationToken);
        var lines = (await reads.Of<OrderLine>().ToListAsync(cancellationToken)).ToLookup(l => l.SellerOrderId);
        var refunds = (await reads.Of<PartRefund>().ToListAsync(cancellationToken)).ToLookup(r => r.SellerOrderId);
        var kept = await reads.Of<RemittedCash>().GroupBy(c => c.SellerOrder).Select(g => new { g.Key, Sum = g.Sum(c => c.Fee.Minor) }).ToDictionaryAsync(c => c.Key, c => c.Sum, cancellationToken);
        var wrong = 0;
        foreach (var part in parts)
        {
            var gone = part.State is SellerOrderState.Cancelled or SellerOrderState.Declined or SellerOrderState.Lost;
            // What came back untaken was on its way all the same.
            var untaken = part.State == SellerOrderState.Refused;
            var goods = gone ? 0 : lines[part.Id].Sum(l => l.GoodsLeft.Minor);
            var fee = gone ? 0 : lines[part.Id].Sum(l => l.FeeLeft.Minor);
            var inCash = part.Way == PaymentWay.CashOnDelivery && !part.IsCashForMarket;
            var arrived = part.State == SellerOrderState.Delivered;
            // The cooperative gives back itself what was paid in cash: its share loses nothing, and gains the fee that is given up.
            var carried = part.IsCashForMarket ? (arrived ? goods + part.Delivery - fee + refunds[part.Id].Sum(r => r.Fee.Minor) : 0) - kept.GetValueOrDefault(part.Id) : 0;
            var share = carried + (!part.IsPaid || gone ? 0 : untaken ? part.Delivery : goods + part.Delivery - fee - refunds[part.Id].Sum(r => r.Amount.Minor - r.Fee.Minor));
            var owed = inCash && arrived ? fee - refunds[part.Id].Sum(r => r.Fee.Minor) : 0;
            if (-(Booked(part.Id, LedgerAccount.Held) + Booked(part.Id, LedgerAccount.Payable) + Booked(part.Id, LedgerAccount.TaxWithheld)) != share || Booked(part.Id, LedgerAccount.FeesOwed) != owed)
                wrong++;
        }

        return wrong == 0 ? new(true, $"{parts.Count} parts") : new(false, $"{wrong} of {parts.Count} parts differ");

        long Booked(Domain.Shared.SellerOrderId part, LedgerAccount account) => booked.GetValueOrDefault((part, account));
    }
}
