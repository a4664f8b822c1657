using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What carriers owe a cooperative of the cash they collected for it, parcel by parcel. The sums are the parcels', never typed.</summary>
internal static class CashBook
{
    /// <summary>So many parcels are listed; the sums are of all.</summary>
    private const int Most = 200;

    private const int Last = 20;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Owed">What all carriers have and did not pay over.</param>
    /// <param name="OnTheWay">What is still to be collected.</param>
    /// <param name="Carriers">What each owes, most first.</param>
    /// <param name="Open">The oldest parcels whose cash is not paid over whole.</param>
    /// <param name="Settled">The last ones that a list settled.</param>
    /// <param name="ForMarket">The oldest parcels whose cash a carrier pays, or is to pay, to the market.</param>
    /// <param name="CallsFirst">Whether the cooperative calls buyers who pay in cash before it accepts.</param>
    internal sealed record View(Money Owed, Money OnTheWay, IReadOnlyList<Debt> Carriers, IReadOnlyList<Row> Open, IReadOnlyList<Row> Settled, IReadOnlyList<Row> ForMarket, bool CallsFirst);

    internal sealed record Debt(Carrier Carrier, Money Owed, int Parcels);

    /// <param name="At">When it was collected or settled, UTC.</param>
    /// <param name="Owed">What the carrier still owes.</param>
    /// <param name="Fee">What it kept for its work.</param>
    /// <param name="IsOverdue">Whether the carrier should have paid it by now.</param>
    internal sealed record Row(string Code, string Number, Carrier Carrier, CashParcelState State, DateTimeOffset At, Money Amount, Money Owed, Money Fee, bool IsOverdue);

    internal sealed class Handler(MarketReads reads, Cooperatives cooperatives, CashLimits limits, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var all = reads.Of<CashParcel>().Where(p => p.Cooperative == query.Cooperative);
            var mine = all.Where(p => !p.IsForMarket);
            var market = await all.Where(p => p.IsForMarket && (p.State == CashParcelState.Expected || p.State == CashParcelState.Collected || p.State == CashParcelState.Short))
                .OrderBy(p => p.OpenedAt).ThenBy(p => p.SellerOrder).Take(Most).ToListAsync(cancellationToken);
            var open = mine.Where(p => p.State == CashParcelState.Collected || p.State == CashParcelState.Short);
            var debts = await open.GroupBy(p => p.Carrier).Select(g => new { g.Key, Owed = g.Sum(p => p.Amount.Minor) - g.Sum(p => p.Paid.Minor), Parcels = g.Count() }).ToListAsync(cancellationToken);
            var onTheWay = await mine.Where(p => p.State == CashParcelState.Expected).SumAsync(p => p.Amount.Minor, cancellationToken);
            var oldest = await open.OrderBy(p => p.CollectedAt).ThenBy(p => p.SellerOrder).Take(Most).ToListAsync(cancellationToken);
            var settled = await mine.Where(p => p.ListedAt != null && (p.State == CashParcelState.Remitted || p.State == CashParcelState.Returned))
                .OrderByDescending(p => p.ListedAt).ThenBy(p => p.SellerOrder).Take(Last).ToListAsync(cancellationToken);
            return new(
                Money.Dong(debts.Sum(d => d.Owed)), Money.Dong(onTheWay), [.. debts.OrderByDescending(d => d.Owed).Select(d => new Debt(d.Key, Money.Dong(d.Owed), d.Parcels))],
                [.. oldest.Select(p => RowOf(p, p.CollectedAt!.Value))], [.. settled.Select(p => RowOf(p, p.ListedAt!.Value))],
                [.. market.Select(p => RowOf(p, p.CollectedAt ?? p.OpenedAt))], (await cooperatives.OneAsync(query.Cooperative, cancellationToken))!.CallsFirst);
        }

        private Row RowOf(CashParcel p, DateTimeOffset at)
            => new(p.Code, p.Number, p.Carrier, p.State, at, p.Amount, p.Owed, p.CarrierFee, !p.Owed.IsZero && at + TimeSpan.FromDays(limits.OverdueDays) < time.Now());
    }
}
