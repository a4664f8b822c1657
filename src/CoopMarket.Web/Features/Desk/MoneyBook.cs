using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A cooperative's money in plain words: what comes, what is held, what it owes, order by order. All of it is the ledger's.</summary>
internal static class MoneyBook
{
    internal const int PageSize = 20;
    private const int LastPayouts = 12;
    private const int LastDigits = 4;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative, int Page = 1) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Balance">As it stands in the ledger.</param>
    /// <param name="PaidOut">What was paid to it, ever, less what was taken back.</param>
    /// <param name="Account">Where it is paid.</param>
    /// <param name="Payouts">The last ones that were approved, the latest first.</param>
    /// <param name="All">Every order ever, summed.</param>
    /// <param name="Orders">One page of them, the latest first.</param>
    /// <param name="HasMore">Whether there are older ones.</param>
    internal sealed record View(CooperativeBalance Balance, Money PaidOut, Account Account, IReadOnlyList<Sent> Payouts, Sums All, IReadOnlyList<Row> Orders, bool HasMore);

    /// <param name="Bank">The bank's short name; empty where there is none.</param>
    /// <param name="End">The last digits of its number: she knows the rest, and who looks over her shoulder need not.</param>
    /// <param name="AtStripe">Whether it is paid at Stripe, as long as the market holds enough there.</param>
    internal sealed record Account(string Bank, string End, bool AtStripe = false);

    /// <param name="At">When it ended, or was approved, UTC.</param>
    /// <param name="Reference">The bank's; empty while it is on its way, and where it failed.</param>
    internal sealed record Sent(DateTimeOffset At, PayoutState State, Money Amount, Money Fees, string Reference, string Reason)
    {
        /// <summary>Whether Stripe transfers it, and no bank.</summary>
        public bool IsTransfer { get; init; }

        /// <summary>What was taken back of it.</summary>
        public Money TakenBack { get; init; } = Money.Dong(0);
    }

    /// <summary>What a sale came to, in the ledger's amounts.</summary>
    /// <param name="Sold">Goods and delivery that buyers paid the market; nothing of sales in cash.</param>
    /// <param name="Fee">The market's fee, of sales in cash too.</param>
    /// <param name="Back">What was declined or canceled and goes back to the buyer.</param>
    /// <param name="Mine">The cooperative's share, held or payable.</param>
    /// <param name="Owed">Fees of sales in cash that it owes the market.</param>
    /// <param name="Kept">What carriers kept of what they collected for the market.</param>
    /// <param name="Tax">What was withheld for the tax office; nothing of cooperatives and enterprises.</param>
    internal sealed record Sums(Money Sold, Money Fee, Money Back, Money Mine, Money Owed, Money Kept, Money Tax);

    /// <summary>One part of an order.</summary>
    internal sealed record Row(string Code, DateTimeOffset At, bool InCash, Sums Sums, Share Share);

    /// <summary>Where the cooperative's share of a part is.</summary>
    /// <param name="State">The end of the text's key: waiting, carried (its carrier has the cash), held, ready, sent or paid.</param>
    /// <param name="At">Until when it is held, or when it was paid, UTC; null otherwise.</param>
    internal sealed record Share(string State, DateTimeOffset? At);

    internal sealed class Handler(MarketReads reads, Balances balances, StripeSettings stripe) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var mine = reads.Of<SellerOrder>().Where(p => p.Cooperative == query.Cooperative);
            var lines = reads.Of<EntryLine>().Where(l => mine.Any(p => p.Id == l.SellerOrder));
            var all = await lines.GroupBy(l => l.Account).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Minor) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancellationToken);
            var booked = mine.Where(p => reads.Of<EntryLine>().Any(l => l.SellerOrder == p.Id));
            var parts = await (from p in booked
                               join o in reads.Of<Order>() on p.OrderId equals o.Id
                               orderby o.PlacedAt descending, p.Id
                               select new { p.Id, o.Code, At = o.PlacedAt, InCash = o.Way == PaymentWay.CashOnDelivery && !p.IsCashForMarket }).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var ids = parts.Select(p => p.Id).ToList();
            var sums = (await lines.Where(l => ids.Contains(l.SellerOrder!.Value)).GroupBy(l => new { l.SellerOrder, l.Account })
                .Select(g => new { g.Key.SellerOrder, g.Key.Account, Sum = g.Sum(l => l.Amount.Minor) }).ToListAsync(cancellationToken)).ToLookup(s => s.SellerOrder!.Value);
            var forMarket = reads.Of<CashParcel>().Where(p => p.Cooperative == query.Cooperative && p.IsForMarket);
            var kept = await forMarket.SumAsync(p => p.CarrierFee.Minor, cancellationToken);
            var carried = await forMarket.Where(p => ids.Contains(p.SellerOrder)).Select(p => new { p.SellerOrder, p.State, Fee = p.CarrierFee.Minor }).ToDictionaryAsync(p => p.SellerOrder, cancellationToken);
            var holds = await reads.Of<Hold>().Where(h => ids.Contains(h.SellerOrder)).ToDictionaryAsync(h => h.SellerOrder, cancellationToken);
            var paid = reads.Of<Payout>().Where(p => p.Cooperative == query.Cooperative);
            var back = reads.Of<TransferReversal>().Where(r => r.Cooperative == query.Cooperative && r.State == ReversalState.Done);
            var took = await TookAsync(paid, cancellationToken);
            return new(await balances.OfAsync(query.Cooperative, cancellationToken), Money.Dong(await paid.Where(p => p.State == PayoutState.Paid).SumAsync(p => p.Amount.Minor, cancellationToken) - await back.SumAsync(r => r.Amount.Minor, cancellationToken)),
                await AccountAsync(query.Cooperative, cancellationToken), await SentAsync(paid, back, cancellationToken), SumsOf(all, kept), [.. parts.Take(PageSize).Select(p =>
                    new Row(p.Code, p.At, p.InCash, SumsOf(sums[p.Id].ToDictionary(s => s.Account, s => s.Sum), carried.GetValueOrDefault(p.Id)?.Fee ?? 0),
                        ShareOf(holds.GetValueOrDefault(p.Id), took, carried.GetValueOrDefault(p.Id)?.State is CashParcelState.Expected or CashParcelState.Collected or CashParcelState.Short)))],
                parts.Count > PageSize);
        }

        // A payout takes all that is ready when it is drafted; what came back or failed is ready again for the next.
        private static Share ShareOf(Hold? hold, IReadOnlyList<Taking> took, bool isCarried)
        {
            if (hold is null)
                return new("waiting", null);
            if (hold.ReleasedAt is not { } released)
                return isCarried ? new("carried", null) : new("held", hold.DueAt);
            return took.FirstOrDefault(t => t.DraftedAt >= released) is { } taking ? new(taking.PaidAt is null ? "sent" : "paid", taking.PaidAt) : new("ready", null);
        }

        private async Task<List<Taking>> TookAsync(IQueryable<Payout> mine, CancellationToken cancellationToken)
            => await (from p in mine
                      join r in reads.Of<PayoutRun>() on p.Run equals r.Id
                      where p.State == PayoutState.OnTheWay || p.State == PayoutState.Paid
                      orderby r.DraftedAt
                      select new Taking(r.DraftedAt, p.EndedAt)).ToListAsync(cancellationToken);

        private async Task<Account> AccountAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        {
            var account = await reads.Of<Cooperative>().Where(c => c.Id == cooperative).Select(c => new { c.BankBin, c.BankAccount }).FirstOrDefaultAsync(cancellationToken);
            var atStripe = stripe.Connects && await reads.Of<ConnectedAccount>().Able().AnyAsync(a => a.Cooperative == cooperative, cancellationToken);
            return account is null ? new("", "") : new(Banks.Find(account.BankBin)?.ShortName ?? "", account.BankAccount.Length > LastDigits ? account.BankAccount[^LastDigits..] : account.BankAccount, atStripe);
        }

        private async Task<List<Sent>> SentAsync(IQueryable<Payout> mine, IQueryable<TransferReversal> back, CancellationToken cancellationToken)
            => await (from p in mine
                      join r in reads.Of<PayoutRun>() on p.Run equals r.Id
                      where r.ApprovedAt != null && p.State != PayoutState.LeftOut
                      orderby r.ApprovedAt descending
                      select new Sent(p.ReturnedAt ?? p.EndedAt ?? r.ApprovedAt!.Value, p.State, Money.Dong(p.Amount.Minor), Money.Dong(p.Fees.Minor), p.Reference, p.Reason)
                      {
                          IsTransfer = p.Connected != "",
                          TakenBack = Money.Dong(back.Where(b => b.Payout == p.Id).Sum(b => b.Amount.Minor)),
                      }).Take(LastPayouts).ToListAsync(cancellationToken);

        /// <summary>One payout that stands.</summary>
        /// <param name="PaidAt">Null: the bank is on it.</param>
        private sealed record Taking(DateTimeOffset DraftedAt, DateTimeOffset? PaidAt);

        // Debits are positive in the ledger: what stands for the cooperative and the buyer is credited.
        private static Sums SumsOf(Dictionary<LedgerAccount, long> booked, long kept)
        {
            var share = -(booked.GetValueOrDefault(LedgerAccount.Held) + booked.GetValueOrDefault(LedgerAccount.Payable));
            var fee = -booked.GetValueOrDefault(LedgerAccount.FeeIncome);
            var back = -booked.GetValueOrDefault(LedgerAccount.RefundsDue);
            var owed = booked.GetValueOrDefault(LedgerAccount.FeesOwed);
            var tax = -booked.GetValueOrDefault(LedgerAccount.TaxWithheld);
            return new(Money.Dong(share + fee - owed + back + kept + tax), Money.Dong(fee), Money.Dong(back), Money.Dong(share), Money.Dong(owed), Money.Dong(kept), Money.Dong(tax));
        }
    }
}
