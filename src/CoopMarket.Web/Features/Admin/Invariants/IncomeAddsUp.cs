using CoopMarket.Domain.Income;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Income.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// The book of income: the frozen shares of a part sum to what was ordered less the fee; what is booked of a part is what it stands
/// at, which for a paid one is what the ledger has for the cooperative; each payment to a member is booked once, and not confirmed by
/// whoever wrote it down.
/// </summary>
internal sealed class IncomeAddsUp(MarketReads reads) : IInvariant
{
    public string Name => "income's shares sum to what the cooperative got, and payments to members are booked once";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        if (await OnTheWay.OfAsync(reads, cancellationToken) is { } waiting)
            return waiting;
        if (await reads.Of<OutboxRow>().CountAsync(r => r.State == OutboxState.Pending && r.Subscriber.StartsWith(MemberBalances.Subscribers), cancellationToken) is > 0 and var open)
            return Finding.NotCompared(open);

        var (sales, wrong) = await SalesAsync(cancellationToken);
        var (payments, odd) = await PaymentsAsync(cancellationToken);
        return wrong + odd == 0 ? new(true, $"{sales} parts, {payments} payments") : new(false, $"{wrong} of {sales} parts and {odd} of {payments} payments are wrong");
    }

    private async Task<(int All, int Wrong)> SalesAsync(CancellationToken cancellationToken)
    {
        var sales = await reads.Of<SharedSale>().AsSplitQuery().ToListAsync(cancellationToken);
        if (sales.Count == 0)
            return (0, 0);
        var booked = (await reads.Of<IncomeEntry>().Where(e => e.Part != null).GroupBy(e => new { e.Part, e.ShareNumber }).Select(g => new { g.Key.Part, g.Key.ShareNumber, Sum = g.Sum(e => e.Amount.Minor) })
            .ToListAsync(cancellationToken)).ToDictionary(b => (b.Part!.Value, b.ShareNumber), b => b.Sum);
        var ledger = (await reads.Of<EntryLine>().Where(l => l.SellerOrder != null && (l.Account == LedgerAccount.Held || l.Account == LedgerAccount.Payable || l.Account == LedgerAccount.TaxWithheld)).GroupBy(l => l.SellerOrder)
            .Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Minor) }).ToListAsync(cancellationToken)).ToDictionary(l => l.Key!.Value, l => -l.Sum);
        var parts = await reads.Of<SellerOrder>().AsSplitQuery().Where(p => reads.Of<SharedSale>().Any(s => s.Part == p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var cash = (await reads.Of<Order>().Where(o => o.Way == PaymentWay.CashOnDelivery && reads.Of<SharedSale>().Any(s => s.Order == o.Id)).Select(o => o.Id).ToListAsync(cancellationToken)).ToHashSet();
        return (sales.Count, sales.Count(IsWrong));

        bool IsWrong(SharedSale sale)
        {
            if (!parts.TryGetValue(sale.Part, out var part))
                return true;
            var book = PartBooks.Of(part, sale.Code, cash.Contains(sale.Order) ? PaymentWay.CashOnDelivery : PaymentWay.BankTransfer);
            if (sale.Shares.Sum(s => s.Amount.Minor) != (part.Goods - part.Fee + part.Delivery).Minor)
                return true;
            if (book.Lines.Any(l => sale.Shares.Where(s => s.Line == l.Id).Sum(s => s.Amount.Minor) != l.Net.Minor))
                return true;
            var lines = book.IsDelivered ? book.Lines.ToDictionary(l => l.Id, l => new LineLeft(l.NetLeft, l.Left, l.GivenBack)) : null;
            if (sale.Due(lines, book.DeliveryKept).Any(d => booked.GetValueOrDefault((sale.Part, d.Share.Number)) != d.Amount.Minor))
                return true;
            return part.State is SellerOrderState.Delivered or SellerOrderState.Refused or SellerOrderState.Lost && !cash.Contains(sale.Order) && sale.Shares.Sum(s => booked.GetValueOrDefault((sale.Part, s.Number))) != ledger.GetValueOrDefault(sale.Part);
        }
    }

    private async Task<(int All, int Wrong)> PaymentsAsync(CancellationToken cancellationToken)
    {
        var payments = await reads.Of<MemberPayment>().ToListAsync(cancellationToken);
        var booked = (await reads.Of<IncomeEntry>().Where(e => e.Payment != null).ToListAsync(cancellationToken)).ToLookup(e => e.Payment!.Value);
        return (payments.Count, payments.Count(p =>
            booked[p.Id].Count() != (p.State == MemberPaymentState.Withdrawn ? 2 : 1) || booked[p.Id].Any(e => e.Member != p.Member)
            || booked[p.Id].Sum(e => e.Amount.Minor) != (p.State == MemberPaymentState.Withdrawn ? 0 : -p.Amount.Minor)
            || (p.WitnessedBy is not null && p.WitnessedBy == p.RecordedBy)));
    }
}
