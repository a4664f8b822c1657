using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>I3: an order is paid once and by the lines taken for it, and never more is owed back than came in, nor of one part than it cost.</summary>
internal sealed class PaidOnce(MarketReads reads) : IInvariant
{
    public string Name => "I3 an order is paid once, no more goes back than came in, and a transfer is taken back once";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var payments = reads.Of<Payment>();
        var miscounted = await payments.CountAsync(
            p => reads.Of<MoneyIn>().Where(m => m.Order == p.Order).Sum(m => m.Applied.Minor) != p.Paid.Minor
                || (p.State == PaymentState.Paid) != (p.Paid.Minor == p.Expected.Minor), cancellationToken);
        var twice = await reads.Of<JournalEntry>().Where(e => e.Kind == EntryKind.Sale).GroupBy(e => e.Order).CountAsync(g => g.Count() > 1, cancellationToken);
        var tooMuch = await payments.CountAsync(
            p => reads.Of<RefundDue>().Where(r => r.Order == p.Order && r.FailedAt == null).Sum(r => r.Amount.Minor)
                > reads.Of<MoneyIn>().Where(m => m.Order == p.Order && m.Direction == TransferDirection.In).Sum(m => m.Amount.Minor), cancellationToken);
        var parts = await reads.Of<SellerOrder>().IgnoreAutoIncludes().CountAsync(
            p => reads.Of<RefundDue>().Where(r => r.SellerOrder == p.Id && r.FailedAt == null).Sum(r => r.Amount.Minor) > p.Goods.Minor + p.Delivery.Minor, cancellationToken);
        var unmatched = await reads.Of<MoneyIn>().CountAsync(
            m => (m.State == MoneyInState.TakenBack && reads.Of<MoneyIn>().Count(o => o.Reverses == m.Id && o.Amount.Minor == m.Amount.Minor) != 1)
                || ((m.State == MoneyInState.Reversal) != (m.Reverses != null)), cancellationToken);
        var all = await payments.CountAsync(cancellationToken);
        return miscounted + twice + tooMuch + parts + unmatched == 0
            ? new(true, $"{all} payments")
            : new(false, $"of {all} payments {miscounted} are miscounted, {twice} sold twice, {tooMuch} owe back more than came in; of {parts} parts more is owed back than they cost; {unmatched} bank lines are taken back without their counterpart");
    }
}
