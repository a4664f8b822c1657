using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What waits for an admin: money nobody can place, card messages that don't fit, money owed back, what buyers owe, and the lines of the bank, latest first.</summary>
internal static class PaymentQueue
{
    internal const int PageSize = 50;

    /// <summary>A statement may bring a thousand at once: as many are shown as somebody decides at one sitting.</summary>
    internal const int MostToDecide = 100;

    /// <param name="Page">Which page of the bank's lines, from 1.</param>
    internal sealed record Query(Actor Actor, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="ToDecide">The first <see cref="MostToDecide"/> of them.</param>
    /// <param name="Undecided">How many there are in all.</param>
    /// <param name="Missing">What buyers owe since the bank took their money back.</param>
    /// <param name="HasMore">Whether there are older lines of the bank.</param>
    internal sealed record View(
        IReadOnlyList<LineRow> ToDecide, int Undecided, IReadOnlyList<CardRow> Cards, IReadOnlyList<RefundRow> Owed, IReadOnlyList<MissingRow> Missing, IReadOnlyList<LineRow> Lines, bool HasMore);

    internal sealed record LineRow(MoneyInId Id, MoneyInState State, TransferDirection Direction, Money Amount, string Text, string Reference, DateTimeOffset BookedAt);

    /// <summary>A message of the card gateway that doesn't fit.</summary>
    internal sealed record CardRow(string Id, CardFlaw Flaw, DateTimeOffset HappenedAt);

    /// <param name="What">What is with it, as the texts' keys end; null where somebody just has to send it.</param>
    internal sealed record RefundRow(RefundDueId Id, RefundReason Reason, Money Amount, string? Code, DateTimeOffset OpenedAt, string? What = null);

    /// <param name="Code">Null where the money had named no order.</param>
    internal sealed record MissingRow(string? Code, Money Amount);

    internal sealed class Handler(MarketDb db, Balances balances, RefundSettings refunds, StripeSettings stripe) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var lines = db.Set<MoneyIn>().AsNoTracking();
            var undecided = lines.Where(m => m.State == MoneyInState.Unknown || m.State == MoneyInState.Outgoing);
            var toDecide = await Rows(undecided.OrderBy(m => m.StoredAt).ThenBy(m => m.Id).Take(MostToDecide)).ToListAsync(cancellationToken);
            var latest = await Rows(lines.OrderByDescending(m => m.StoredAt).ThenByDescending(m => m.Id).Skip((request.Page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancellationToken);
            var owed = await db.Set<RefundDue>().AsNoTracking().Where(r => r.PaidAt == null).OrderBy(r => r.OpenedAt)
                .Select(r => new { Due = r, Code = db.Set<Payment>().Where(p => p.Order == r.Order).Select(p => p.Code).FirstOrDefault() }).ToListAsync(cancellationToken);
            var orders = owed.Select(r => r.Due.Order).OfType<OrderId>().Distinct().ToList();
            var before = (await db.Set<RefundDue>().Where(r => orders.Contains(r.Order!.Value)).Where(RefundLimits.Counts).GroupBy(r => r.Order!.Value)
                .Select(g => new { g.Key, Sum = g.Sum(r => r.Amount.Minor - r.SetOff.Minor) }).ToListAsync(cancellationToken)).ToDictionary(g => g.Key, g => g.Sum);
            var cards = await db.Set<CardEvent>().Where(e => e.State == CardEventState.Odd).OrderBy(e => e.StoredAt)
                .Select(e => new CardRow(e.Id, e.Flaw!.Value, e.HappenedAt)).ToListAsync(cancellationToken);
            return new(
                toDecide, toDecide.Count < MostToDecide ? toDecide.Count : await undecided.CountAsync(cancellationToken), cards, [.. owed.Select(r => new RefundRow(r.Due.Id, r.Due.Reason, r.Due.Left, r.Code, r.Due.OpenedAt, What(r.Due, before)))], await MissingAsync(cancellationToken),
                [.. latest.Take(PageSize)], latest.Count > PageSize);
        }

        private string? What(RefundDue due, Dictionary<OrderId, long> before)
            => due.State != RefundState.Owed ? due.State.ToString()
                : !due.IsAgreed(new(refunds.Alone, Money.Dong(due.Order is { } order ? before.GetValueOrDefault(order) : 0))) ? "two"
                : due.RefusedFor is not null ? "refused"
                : due.Place == MoneyPlace.Cards && stripe.IsOffered ? "by-itself"
                : null;

        private async Task<IReadOnlyList<MissingRow>> MissingAsync(CancellationToken cancellationToken)
        {
            var debts = await balances.OwedByBuyersAsync(cancellationToken);
            var orders = debts.Select(d => d.Order).OfType<OrderId>().ToList();
            var codes = await db.Set<Payment>().Where(p => orders.Contains(p.Order)).ToDictionaryAsync(p => p.Order, p => p.Code, cancellationToken);
            return [.. debts.Select(d => new MissingRow(d.Order is { } order ? codes.GetValueOrDefault(order) : null, d.Amount))];
        }

        private static IQueryable<LineRow> Rows(IQueryable<MoneyIn> lines)
            => lines.Select(m => new LineRow(m.Id, m.State, m.Direction, m.Amount, m.Text, m.Reference, m.BookedAt));
    }
}
