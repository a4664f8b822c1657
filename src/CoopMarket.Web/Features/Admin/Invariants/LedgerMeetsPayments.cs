using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// I2: what the ledger says of the bank account, of the card gateway, of buyers' money, of refunds, of what buyers owe, of
/// withheld tax and of payouts equals what the payments', the taxes' and the payouts' own rows add up to.
/// While messages to the ledger are on their way there is nothing to compare; one that is parked is wrong.
/// </summary>
internal sealed class LedgerMeetsPayments(MarketReads reads) : IInvariant
{
    public string Name => "I2 the ledger's balances equal the payments' rows";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        if (await OnTheWay.OfAsync(reads, cancellationToken) is { } waiting)
            return waiting;

        var came = reads.Of<MoneyIn>().Where(m => m.Direction == TransferDirection.In && m.State != MoneyInState.OtherAccount && m.State != MoneyInState.Zero && m.State != MoneyInState.ToldTwice);
        var charged = await SumAsync(came.Where(m => m.Source == MoneySource.Card || m.Source == MoneySource.Dispute).Select(m => m.Amount.Minor), cancellationToken);
        var income = charged + await SumAsync(came.Where(m => m.Source != MoneySource.Card && m.Source != MoneySource.Dispute).Select(m => m.Amount.Minor), cancellationToken);
        var explained = await SumAsync(reads.Of<MoneyIn>()
            .Where(m => m.Direction == TransferDirection.Out && m.State == MoneyInState.Resolved && m.Refund == null && m.Payout == null && m.Source != MoneySource.Dispute).Select(m => m.Amount.Minor), cancellationToken);
        var taxPaid = await SumAsync(reads.Of<MoneyIn>().Where(m => m.TaxMonth != null).Select(m => m.Amount.Minor), cancellationToken);
        var withheld = await SumAsync(reads.Of<WithheldTax>().Select(t => t.Vat.Minor + t.Income.Minor), cancellationToken);
        var disputed = await SumAsync(reads.Of<MoneyIn>()
            .Where(m => m.Direction == TransferDirection.Out && m.State == MoneyInState.Resolved && m.Source == MoneySource.Dispute).Select(m => m.Amount.Minor), cancellationToken);
        var won = await SumAsync(reads.Of<MoneyIn>()
            .Where(m => m.Direction == TransferDirection.In && m.State == MoneyInState.Resolved && m.Source == MoneySource.Dispute && m.Refund == null).Select(m => m.Amount.Minor), cancellationToken);
        var sold = await SumAsync(reads.Of<Payment>().Where(p => p.State == PaymentState.Paid || p.State == PaymentState.TakenBack).Select(p => p.Expected.Minor), cancellationToken);
        var dues = reads.Of<RefundDue>().Where(r => r.FailedAt == null);
        var surplus = await SumAsync(dues.Where(r => r.SellerOrder == null).Select(r => r.Amount.Minor), cancellationToken);
        var open = await SumAsync(dues.Where(r => r.PaidAt == null).Select(r => r.Amount.Minor - r.SetOff.Minor), cancellationToken);
        var paid = await SumAsync(dues.Where(r => r.PaidAt != null && r.Place == MoneyPlace.Bank).Select(r => r.Amount.Minor - r.SetOff.Minor), cancellationToken);
        var uncharged = await SumAsync(dues.Where(r => r.PaidAt != null && r.Place == MoneyPlace.Cards).Select(r => r.Amount.Minor - r.SetOff.Minor), cancellationToken);
        var setOff = await SumAsync(dues.Select(r => r.SetOff.Minor), cancellationToken);
        var reversals = reads.Of<MoneyIn>().Where(m => m.State == MoneyInState.Reversal);
        var takenBack = await SumAsync(reversals.Select(m => m.Amount.Minor), cancellationToken);
        var takenFromCards = await SumAsync(reversals.Where(m => m.Source == MoneySource.Dispute).Select(m => m.Amount.Minor), cancellationToken);
        var payouts = reads.Of<Payout>();
        var paidOut = await SumAsync(payouts.Where(p => p.State == PayoutState.Paid || p.State == PayoutState.Returned).Select(p => p.Amount.Minor), cancellationToken);
        var cameBack = await SumAsync(payouts.Where(p => p.State == PayoutState.Returned).Select(p => p.Amount.Minor), cancellationToken);
        var transferred = await SumAsync(payouts.Where(p => p.Connected != "" && p.State == PayoutState.Paid).Select(p => p.Amount.Minor), cancellationToken);
        var reversed = await SumAsync(reads.Of<TransferReversal>().Where(r => r.State == ReversalState.Done).Select(r => r.Amount.Minor), cancellationToken);
        var onTheWay = await SumAsync(payouts.Where(p => p.State == PayoutState.OnTheWay).Select(p => p.Amount.Minor), cancellationToken);
        var fromCards = reads.Of<MoneyIn>().Where(m => m.IsFromCards);
        var (arrived, kept) = (await SumAsync(fromCards.Select(m => m.Amount.Minor), cancellationToken), await SumAsync(fromCards.Select(m => m.Kept.Minor), cancellationToken));
        var fromCarriers = reads.Of<MoneyIn>().Where(m => m.Carried.Minor != 0);
        var carried = await SumAsync(fromCarriers.Select(m => m.Carried.Minor), cancellationToken);
        var beyond = await SumAsync(fromCarriers.Where(m => m.State == MoneyInState.Resolved).Select(m => m.Amount.Minor - m.Carried.Minor), cancellationToken);
        var givenUp = await SumAsync(reads.Of<CashParcel>().Where(p => p.State == CashParcelState.GivenUp).Select(p => p.Amount.Minor - p.Paid.Minor), cancellationToken);
        var (changed, foreign) = await ExchangeAsync(cancellationToken);
        var onCards = charged - uncharged - arrived - kept - takenFromCards - disputed - changed - transferred + reversed;
        var bank = income - charged - paid - explained - (takenBack - takenFromCards) - (paidOut - transferred);

        var booked = await reads.Of<EntryLine>().Where(l => l.Amount.Currency == Currency.VND).GroupBy(l => l.Account).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Minor) })
            .ToDictionaryAsync(g => g.Key, g => g.Sum, cancellationToken);
        List<string> wrong = [];
        Compare(LedgerAccount.Bank, bank);
        Compare(LedgerAccount.Cards, onCards);
        Compare(LedgerAccount.Exchange, changed);
        Compare(LedgerAccount.OwnCosts, explained - taxPaid + disputed + kept + givenUp - won - beyond);
        Compare(LedgerAccount.TaxWithheld, taxPaid - withheld);
        Compare(LedgerAccount.BuyersMoney, -(income - sold - surplus - cameBack - arrived - carried - won - beyond));
        Compare(LedgerAccount.PayoutsOnTheWay, -onTheWay);
        Compare(LedgerAccount.RefundsDue, -open);
        Compare(LedgerAccount.OwedByBuyers, takenBack - setOff);
        wrong.AddRange(await AbroadAsync(foreign, cancellationToken));
        return new(wrong.Count == 0, wrong.Count == 0 ? $"bank {bank:N0} ₫, cards {onCards:N0} ₫, owed back {open:N0} ₫" : string.Join("; ", wrong));

        void Compare(LedgerAccount account, long expected)
        {
            var found = booked.GetValueOrDefault(account);
            if (found != expected)
                wrong.Add($"{account} is {found:N0} ₫ in the ledger, {expected:N0} ₫ by the rows");
        }
    }

    // What was charged and sent back in other currencies, less what the gateway changed: the đồng that it came to, and what is left of each.
    private async Task<(long Dong, Dictionary<Currency, long> Left)> ExchangeAsync(CancellationToken cancellationToken)
    {
        var moved = await reads.Of<MoneyIn>().Where(m => m.Moved.Currency != Currency.VND && m.State != MoneyInState.OtherAccount && m.State != MoneyInState.Zero && m.State != MoneyInState.Outgoing)
            .Select(m => new { m.Direction, Dong = m.Amount.Minor, m.Moved }).ToListAsync(cancellationToken);
        var back = await reads.Of<RefundDue>().Where(r => r.PaidAt != null && r.FailedAt == null && r.Moved.Currency != Currency.VND)
            .Select(r => new { Dong = r.Amount.Minor - r.SetOff.Minor, r.Moved }).ToListAsync(cancellationToken);
        var changed = await reads.Of<CardExchange>().Select(e => new { Dong = e.Dong.Minor, Moved = e.Foreign }).ToListAsync(cancellationToken);
        var all = moved.Select(m => m.Direction == TransferDirection.In ? (m.Dong, m.Moved) : (-m.Dong, -m.Moved))
            .Concat(back.Concat(changed).Select(r => (-r.Dong, -r.Moved))).ToList();
        return (all.Sum(m => m.Item1), all.GroupBy(m => m.Item2.Currency).ToDictionary(g => g.Key, g => g.Sum(m => m.Item2.Minor)));
    }

    private async Task<List<string>> AbroadAsync(Dictionary<Currency, long> left, CancellationToken cancellationToken)
    {
        var booked = await reads.Of<EntryLine>().Where(l => l.Amount.Currency != Currency.VND).GroupBy(l => new { l.Account, l.Amount.Currency })
            .Select(g => new { g.Key.Account, g.Key.Currency, Sum = g.Sum(l => l.Amount.Minor) }).ToListAsync(cancellationToken);
        List<string> wrong = [.. booked.Where(b => b.Account is not (LedgerAccount.Cards or LedgerAccount.Exchange)).Select(b => $"{b.Account} has {b.Currency}")];
        foreach (var currency in left.Keys.Union(booked.Select(b => b.Currency)))
        {
            var expected = left.GetValueOrDefault(currency);
            var (cards, exchange) = (Found(LedgerAccount.Cards), Found(LedgerAccount.Exchange));
            if (cards != expected || exchange != -expected)
                wrong.Add($"Cards is {cards} and Exchange {exchange} {currency} in the ledger, {expected} by the rows");

            long Found(LedgerAccount account) => booked.Where(b => b.Account == account && b.Currency == currency).Sum(b => b.Sum);
        }

        return wrong;
    }

    private static Task<long> SumAsync(IQueryable<long> amounts, CancellationToken cancellationToken) => amounts.SumAsync(cancellationToken);
}
