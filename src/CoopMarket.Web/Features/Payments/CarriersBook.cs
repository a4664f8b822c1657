using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What carriers owe the market of the cash that they collected for it, parcel by parcel.</summary>
internal static class CarriersBook
{
    /// <summary>So many parcels are listed; the sums are of all.</summary>
    private const int Most = 200;

    private const int Last = 20;

    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    /// <param name="Owed">What all carriers have and did not pay over.</param>
    /// <param name="OnTheWay">What is still to be collected.</param>
    /// <param name="Carriers">What each owes, most first.</param>
    /// <param name="Open">The oldest parcels whose cash is not paid over whole.</param>
    /// <param name="Settled">The last ones that a list or an admin settled.</param>
    internal sealed record View(Money Owed, Money OnTheWay, IReadOnlyList<Debt> Carriers, IReadOnlyList<Row> Open, IReadOnlyList<Row> Settled);

    /// <param name="Oldest">When the oldest of it was collected, UTC.</param>
    /// <param name="Overdue">How many parcels it should have paid by now.</param>
    internal sealed record Debt(Carrier Carrier, Money Owed, int Parcels, DateTimeOffset Oldest, int Overdue);

    /// <param name="At">When it was collected or settled, UTC.</param>
    internal sealed record Row(SellerOrderId Part, string Code, string Number, Carrier Carrier, CashParcelState State, DateTimeOffset At, Money Amount, Money Owed, Money Fee, bool IsOverdue);

    internal sealed class Handler(MarketDb db, CashLimits limits, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var late = time.Now() - TimeSpan.FromDays(limits.OverdueDays);
            var ours = db.Set<CashParcel>().AsNoTracking().Where(p => p.IsForMarket);
            var open = ours.Where(p => p.State == CashParcelState.Collected || p.State == CashParcelState.Short);
            var debts = await open.GroupBy(p => p.Carrier).Select(g => new
            {
                g.Key,
                Owed = g.Sum(p => p.Amount.Minor) - g.Sum(p => p.Paid.Minor),
                Parcels = g.Count(),
                Oldest = g.Min(p => p.CollectedAt),
                Overdue = g.Count(p => p.CollectedAt < late),
            }).ToListAsync(cancellationToken);
            var onTheWay = await ours.Where(p => p.State == CashParcelState.Expected).SumAsync(p => p.Amount.Minor, cancellationToken);
            var oldest = await open.OrderBy(p => p.CollectedAt).ThenBy(p => p.SellerOrder).Take(Most).ToListAsync(cancellationToken);
            var settled = await ours.Where(p => p.ListedAt != null && p.State != CashParcelState.Short).OrderByDescending(p => p.ListedAt).ThenBy(p => p.SellerOrder).Take(Last).ToListAsync(cancellationToken);
            return new(
                Money.Dong(debts.Sum(d => d.Owed)), Money.Dong(onTheWay),
                [.. debts.OrderByDescending(d => d.Owed).Select(d => new Debt(d.Key, Money.Dong(d.Owed), d.Parcels, d.Oldest!.Value, d.Overdue))],
                [.. oldest.Select(p => RowOf(p, p.CollectedAt!.Value, late))], [.. settled.Select(p => RowOf(p, p.ListedAt!.Value, late))]);
        }

        private static Row RowOf(CashParcel p, DateTimeOffset at, DateTimeOffset late)
            => new(p.SellerOrder, p.Code, p.Number, p.Carrier, p.State, at, p.Amount, p.Owed, p.CarrierFee, !p.Owed.IsZero && at < late);
    }
}
