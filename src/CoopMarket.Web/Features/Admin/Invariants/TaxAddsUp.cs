using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// For every part of which tax was withheld, the rows are what its worth asks for at the rates of its first rows, and the ledger has as
/// much: nothing is kept of what went back to the buyer.
/// </summary>
internal sealed class TaxAddsUp(MarketReads reads) : IInvariant
{
    public string Name => "tax withheld of each part is what its worth asks for, and in the ledger";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        if (await OnTheWay.OfAsync(reads, cancellationToken) is { } waiting)
            return waiting;
        var rows = (await reads.Of<WithheldTax>().OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken)).ToLookup(t => t.SellerOrder);
        var booked = (await reads.Of<EntryLine>().Where(l => l.Account == LedgerAccount.TaxWithheld && l.SellerOrder != null).GroupBy(l => l.SellerOrder!.Value)
            .Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Minor) }).ToListAsync(cancellationToken)).ToDictionary(b => b.Key, b => b.Sum);
        var parts = rows.Count == 0 ? [] : await reads.Of<SellerOrder>().AsSplitQuery().Where(p => reads.Of<WithheldTax>().Any(t => t.SellerOrder == p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var ways = rows.Count == 0 ? [] : await reads.Of<Order>().IgnoreAutoIncludes().Where(o => reads.Of<WithheldTax>().Any(t => t.Order == o.Id)).Select(o => new { o.Id, o.Way }).ToDictionaryAsync(o => o.Id, o => o.Way, cancellationToken);
        var wrong = rows.Count(r => IsWrong(r.Key, [.. r])) + booked.Count(b => !rows.Contains(b.Key) && b.Value != 0);
        return wrong == 0 ? new(true, $"{rows.Count} parts") : new(false, $"{wrong} of {rows.Count} parts differ");

        bool IsWrong(SellerOrderId id, List<WithheldTax> taxes)
        {
            if (!parts.TryGetValue(id, out var part) || (ways.GetValueOrDefault(part.OrderId, PaymentWay.CashOnDelivery) is PaymentWay.CashOnDelivery && !part.IsCashForMarket))
                return true;
            var worth = SellersWorth.Of(part, ways[part.OrderId]);
            return worth.Keys.Any(k => taxes.All(t => t.Kind != k)) || Withholding.Changes(worth, taxes, []).Count > 0 || -booked.GetValueOrDefault(id) != taxes.Sum(t => t.Tax.Minor);
        }
    }
}
