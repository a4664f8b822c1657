using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// For every parcel whose cash is collected for the market: what the ledger says its carrier owes is what was collected, less what it
/// paid over and what was given up; what it paid is what the lines of its lists say; and those lines are what came with the bank's.
/// </summary>
internal sealed class CarriersOweWhatTheyHave(MarketReads reads) : IInvariant
{
    public string Name => "what carriers owe in the ledger is what they collected and did not pay over";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        if (await OnTheWay.OfAsync(reads, cancellationToken) is { } waiting)
            return waiting;
        var owed = await reads.Of<EntryLine>().Where(l => l.Account == LedgerAccount.CarriersOwe).GroupBy(l => l.SellerOrder!.Value)
            .Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Minor) }).ToDictionaryAsync(o => o.Key, o => o.Sum, cancellationToken);
        var sold = (await reads.Of<JournalEntry>().Where(e => e.Kind == EntryKind.CashSale).Select(e => e.Source).ToListAsync(cancellationToken)).ToHashSet();
        var paid = (await reads.Of<RemittedCash>().ToListAsync(cancellationToken)).ToLookup(c => c.SellerOrder);
        var parcels = await reads.Of<CashParcel>().Where(p => p.IsForMarket).ToListAsync(cancellationToken);
        var known = parcels.Select(p => p.SellerOrder).ToHashSet();
        var wrong = parcels.Count(IsWrong) + owed.Count(o => !known.Contains(o.Key) && o.Value != 0);
        var byLine = paid.SelectMany(p => p).GroupBy(c => c.Money).ToDictionary(g => g.Key, g => g.Sum(c => (c.Cash - c.Fee).Minor));
        var lines = await reads.Of<MoneyIn>().Where(m => m.Carried.Minor != 0 || reads.Of<RemittedCash>().Any(c => c.Money == m.Id)).Select(m => new { m.Id, m.Carried.Minor }).ToListAsync(cancellationToken);
        var odd = lines.Count(l => byLine.GetValueOrDefault(l.Id) != l.Minor);
        return wrong + odd == 0 ? new(true, $"{parcels.Count} parcels, {owed.Values.Sum():N0} ₫") : new(false, $"{wrong} of {parcels.Count} parcels and {odd} of {lines.Count} bank lines differ");

        bool IsWrong(CashParcel parcel)
        {
            var collected = sold.Contains(parcel.SellerOrder.Value) ? parcel.Amount.Minor : 0;
            var left = parcel.State == CashParcelState.GivenUp ? 0 : collected - parcel.Paid.Minor;
            return owed.GetValueOrDefault(parcel.SellerOrder) != left
                || paid[parcel.SellerOrder].Sum(c => c.Cash.Minor) != parcel.Paid.Minor || paid[parcel.SellerOrder].Sum(c => c.Fee.Minor) != parcel.CarrierFee.Minor;
        }
    }
}
