using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>
/// A cooperative's account with the market for a month: what stood at its beginning, every order and payout, what stands at its end.
/// An entry belongs to the month in which it was written, so that the statement of a month that is over never changes.
/// </summary>
internal static class Statement
{
    /// <param name="Month">Its first day.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, DateOnly Month) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="LegalName">The name on the cooperative's registration.</param>
    /// <param name="TaxCode">10, 12 or 13 digits.</param>
    /// <param name="IsOver">Whether nothing can be added any more.</param>
    /// <param name="Opening">What the market owed it at the beginning, held and on the way included; below zero where it owed the market.</param>
    /// <param name="Rows">What changed that, the oldest first.</param>
    internal sealed record View(string LegalName, string TaxCode, DateOnly Month, DateOnly Last, bool IsOver, Money Opening, IReadOnlyList<Row> Rows)
    {
        public Money Closing => Opening + Sum(r => r.Amount);

        /// <summary>The market's fee of the month, its VAT included; below zero where more was given back than taken.</summary>
        public Money Fees => Sum(r => r.Fee);

        /// <summary>What was withheld for the tax office, less what was given back of it; nothing for cooperatives and enterprises.</summary>
        public Money Tax => -Sum(r => r.Kind is EntryKind.TaxWithheld or EntryKind.TaxGivenBack ? r.Amount : Money.Dong(0));

        /// <summary>What carriers kept of what they collected for the market.</summary>
        public Money Carriers => -Sum(r => r.Kind == EntryKind.CashRemitted ? r.Amount : Money.Dong(0));

        public Money Sum(Func<Row, Money> of) => Money.Sum(Rows.Select(of));
    }

    /// <param name="At">When it happened, UTC.</param>
    /// <param name="Kind">Sale, CashSale, CashRemitted, Decline, Cancellation, RefundGranted, CashFee, TaxWithheld, TaxGivenBack, PayoutPaid, PayoutReturned or TransferReversed.</param>
    /// <param name="Text">The order's code; of a payout, what its transfer says.</param>
    /// <param name="Goods">What the buyer paid for goods.</param>
    /// <param name="Delivery">What the buyer paid for delivery.</param>
    /// <param name="Fee">The market's fee; below zero where it is given back.</param>
    /// <param name="Back">What goes back to the buyer.</param>
    /// <param name="Amount">What is owed to the cooperative more; below zero: less.</param>
    internal sealed record Row(DateTimeOffset At, EntryKind Kind, string Text, Money Goods, Money Delivery, Money Fee, Money Back, Money Amount)
    {
        /// <summary>Whether it is about a payout.</summary>
        public bool IsPayout => Kind is EntryKind.PayoutPaid or EntryKind.PayoutReturned or EntryKind.TransferReversed;

        /// <summary>What it is, as the texts' keys end.</summary>
        public string What => IsTransfer ? "Transferred" : Kind.ToString();

        /// <summary>Whether Stripe transferred it, and no bank.</summary>
        public bool IsTransfer { get; init; }
    }

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (now, start, end) = (time.Now(), VietnamDay.Begin(query.Month), VietnamDay.Begin(query.Month.AddMonths(1)));
            var me = query.Cooperative;
            var entries = reads.Of<JournalEntry>().Where(e => e.Lines.Any(l => l.Cooperative == me));
            if (start > now || !await entries.AnyAsync(e => e.PostedAt < end, cancellationToken))
                return null;
            var before = await reads.Of<EntryLine>().Where(l => l.Cooperative == me && reads.Of<JournalEntry>().Any(e => e.Id == l.Entry && e.PostedAt < start)).SumAsync(l => l.Amount.Minor, cancellationToken);
            var written = await entries.Where(e => e.PostedAt >= start && e.PostedAt < end).Include(e => e.Lines).OrderBy(e => e.HappenedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken);
            var parts = await PartsAsync(written.SelectMany(e => e.Lines).Where(l => l.Cooperative == me).Select(l => l.SellerOrder).OfType<SellerOrderId>(), cancellationToken);
            var paid = await reads.Of<Payout>().IgnoreAutoIncludes().Where(p => p.Cooperative == me).ToListAsync(cancellationToken);
            var payouts = paid.ToDictionary(p => p.Id.Value);
            foreach (var back in await reads.Of<TransferReversal>().Where(r => r.Cooperative == me).ToListAsync(cancellationToken))
                payouts[back.Id.Value] = payouts[back.Payout.Value];
            var named = await reads.Of<Cooperative>().Where(c => c.Id == me).Select(c => new { c.LegalName, c.TaxCode }).SingleAsync(cancellationToken);
            return new(
                named.LegalName, named.TaxCode, query.Month, query.Month.AddMonths(1).AddDays(-1), now >= end, Money.Dong(-before),
                [.. written.Select(e => RowOf(e, me, parts, payouts)).Where(r => !r.Amount.IsZero)]);
        }

        // What moves between a cooperative's own accounts (a share that is ready, a payout that is ordered) changes nothing it is owed.
        private static Row RowOf(JournalEntry entry, CooperativeId me, Dictionary<SellerOrderId, Part> parts, Dictionary<Guid, Payout> payouts)
        {
            var own = entry.Lines.Where(l => l.Cooperative == me).ToList();
            var amount = -own.Sum(l => l.Amount.Minor);
            if (own.Select(l => l.SellerOrder).OfType<SellerOrderId>().FirstOrDefault() is var id && !parts.TryGetValue(id, out var part))
            {
                var payout = payouts.GetValueOrDefault(entry.Source);
                return new(entry.HappenedAt, entry.Kind, payout?.Text ?? "", Money.Dong(0), Money.Dong(0), Money.Dong(0), Money.Dong(0), Money.Dong(amount))
                {
                    IsTransfer = entry.Kind == EntryKind.PayoutPaid && payout is { IsTransfer: true },
                };
            }

            var fee = -Of(entry, id, LedgerAccount.FeeIncome);
            var isSale = entry.Kind is EntryKind.Sale or EntryKind.CashSale;
            var sold = isSale ? amount + fee : 0;
            var delivery = isSale ? part.Delivery : 0;
            return new(
                entry.HappenedAt, entry.Kind, part.Code, Money.Dong(sold - delivery), Money.Dong(delivery), Money.Dong(fee), Money.Dong(-Of(entry, id, LedgerAccount.RefundsDue)), Money.Dong(amount));
        }

        private static long Of(JournalEntry entry, SellerOrderId part, LedgerAccount account) => entry.Lines.Where(l => l.SellerOrder == part && l.Account == account).Sum(l => l.Amount.Minor);

        private async Task<Dictionary<SellerOrderId, Part>> PartsAsync(IEnumerable<SellerOrderId> ids, CancellationToken cancellationToken)
        {
            var asked = ids.Distinct().ToList();
            return await (from p in reads.Of<SellerOrder>()
                          join o in reads.Of<Order>() on p.OrderId equals o.Id
                          where asked.Contains(p.Id)
                          select new { p.Id, o.Code, p.Delivery.Minor }).ToDictionaryAsync(p => p.Id, p => new Part(p.Code, p.Minor), cancellationToken);
        }

        private sealed record Part(string Code, long Delivery);
    }
}
