using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>What carriers owe of the cash that they collected, parcel by parcel. The sums are the parcels', never typed. Tracks nothing.</summary>
internal sealed class CashDebts(MarketDb db, CashLimits limits, TimeProvider time)
{
    /// <summary>So many parcels are listed; the sums are of all.</summary>
    private const int Most = 200;

    private const int Last = 20;

    /// <summary>To whom they owe it.</summary>
    /// <param name="cooperative">Null: the market.</param>
    public async Task<CashStanding> OfAsync(CooperativeId? cooperative, CancellationToken cancellationToken)
    {
        var late = time.Now() - TimeSpan.FromDays(limits.OverdueDays);
        var all = db.Set<CashParcel>().AsNoTracking();
        var due = cooperative is { } hers ? all.Where(p => p.Cooperative == hers && !p.IsForMarket) : all.Where(p => p.IsForMarket);
        var open = due.Where(p => p.State == CashParcelState.Collected || p.State == CashParcelState.Short);
        var debts = await open.GroupBy(p => p.Carrier).Select(g => new
        {
            g.Key,
            Owed = g.Sum(p => p.Amount.Minor) - g.Sum(p => p.Paid.Minor),
            Parcels = g.Count(),
            Oldest = g.Min(p => p.CollectedAt),
            Overdue = g.Count(p => p.CollectedAt < late),
        }).ToListAsync(cancellationToken);
        var onTheWay = await due.Where(p => p.State == CashParcelState.Expected).SumAsync(p => p.Amount.Minor, cancellationToken);
        var oldest = await open.OrderBy(p => p.CollectedAt).ThenBy(p => p.SellerOrder).Take(Most).ToListAsync(cancellationToken);
        var wrongly = due.Where(p => p.State == CashParcelState.OwedBack);
        var owedBack = await wrongly.SumAsync(p => p.Paid.Minor, cancellationToken);
        var back = await wrongly.OrderBy(p => p.ListedAt).ThenBy(p => p.SellerOrder).Take(Most).ToListAsync(cancellationToken);
        var settled = await due.Where(p => p.ListedAt != null && p.State != CashParcelState.Short && p.State != CashParcelState.OwedBack)
            .OrderByDescending(p => p.ListedAt).ThenBy(p => p.SellerOrder).Take(Last).ToListAsync(cancellationToken);
        return new(
            Money.Dong(debts.Sum(d => d.Owed)), Money.Dong(onTheWay),
            [.. debts.OrderByDescending(d => d.Owed).Select(d => new CarrierDebt(d.Key, Money.Dong(d.Owed), d.Parcels, d.Oldest!.Value, d.Overdue))],
            [.. oldest.Select(p => RowOf(p, p.CollectedAt!.Value, late))], [.. settled.Select(p => RowOf(p, p.ListedAt!.Value, late))],
            Money.Dong(owedBack), [.. back.Select(p => RowOf(p, p.ListedAt!.Value, late))]);
    }

    /// <summary>The oldest parcels of a cooperative whose cash its carrier is to pay to the market, and has not.</summary>
    public async Task<IReadOnlyList<CashRow>> ForMarketAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        var late = time.Now() - TimeSpan.FromDays(limits.OverdueDays);
        var parcels = await db.Set<CashParcel>().AsNoTracking()
            .Where(p => p.Cooperative == cooperative && p.IsForMarket && (p.State == CashParcelState.Expected || p.State == CashParcelState.Collected || p.State == CashParcelState.Short))
            .OrderBy(p => p.OpenedAt).ThenBy(p => p.SellerOrder).Take(Most).ToListAsync(cancellationToken);
        return [.. parcels.Select(p => RowOf(p, p.CollectedAt ?? p.OpenedAt, late))];
    }

    private static CashRow RowOf(CashParcel p, DateTimeOffset at, DateTimeOffset late)
        => new(p.SellerOrder, p.Code, p.Number, p.Carrier, p.State, at, p.Amount, p.Owed, p.OwedBack, p.CarrierFee, !p.Owed.IsZero && at < late);
}

/// <summary>How it stands between carriers and whom they pay.</summary>
/// <param name="Owed">What all carriers have and did not pay over.</param>
/// <param name="OnTheWay">What is still to be collected.</param>
/// <param name="Carriers">What each owes, most first.</param>
/// <param name="Open">The oldest parcels whose cash is not paid over whole.</param>
/// <param name="Settled">The last ones that a list settled.</param>
/// <param name="OwedBack">What is owed back to all carriers, because they paid for what came back or was lost.</param>
/// <param name="Back">The oldest of those.</param>
internal sealed record CashStanding(Money Owed, Money OnTheWay, IReadOnlyList<CarrierDebt> Carriers, IReadOnlyList<CashRow> Open, IReadOnlyList<CashRow> Settled,
    Money OwedBack, IReadOnlyList<CashRow> Back);

/// <summary>What one carrier owes.</summary>
/// <param name="Oldest">When the oldest of it was collected, UTC.</param>
/// <param name="Overdue">How many parcels it should have paid by now.</param>
internal sealed record CarrierDebt(Carrier Carrier, Money Owed, int Parcels, DateTimeOffset Oldest, int Overdue);

/// <summary>One parcel.</summary>
/// <param name="At">When it was sent, collected or settled, UTC.</param>
/// <param name="Owed">What the carrier still owes.</param>
/// <param name="OwedBack">What is owed back to the carrier.</param>
/// <param name="Fee">What it kept for its work.</param>
/// <param name="IsOverdue">Whether the carrier should have paid it by now.</param>
internal sealed record CashRow(
    SellerOrderId Part, string Code, string Number, Carrier Carrier, CashParcelState State, DateTimeOffset At, Money Amount, Money Owed, Money OwedBack, Money Fee, bool IsOverdue);
