using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What waits for an admin: money nobody can place, money owed back, and the latest lines of the bank.</summary>
internal static class PaymentQueue
{
    private const int Latest = 50;

    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    internal sealed record View(IReadOnlyList<LineRow> ToDecide, IReadOnlyList<RefundRow> Owed, IReadOnlyList<LineRow> Lines);

    internal sealed record LineRow(MoneyInId Id, MoneyInState State, TransferDirection Direction, Money Amount, string Text, string Reference, DateTimeOffset BookedAt);

    internal sealed record RefundRow(RefundDueId Id, RefundReason Reason, Money Amount, string? Code, DateTimeOffset OpenedAt);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var lines = db.Set<MoneyIn>().AsNoTracking();
            var toDecide = await Rows(lines.Where(m => m.State == MoneyInState.Unknown || m.State == MoneyInState.Outgoing).OrderBy(m => m.StoredAt)).ToListAsync(cancellationToken);
            var latest = await Rows(lines.OrderByDescending(m => m.StoredAt).Take(Latest)).ToListAsync(cancellationToken);
            var owed = await db.Set<RefundDue>().AsNoTracking().Where(r => r.PaidAt == null).OrderBy(r => r.OpenedAt)
                .Select(r => new RefundRow(r.Id, r.Reason, r.Amount, db.Set<Payment>().Where(p => p.Order == r.Order).Select(p => p.Code).FirstOrDefault(), r.OpenedAt))
                .ToListAsync(cancellationToken);
            return new(toDecide, owed, latest);
        }

        private static IQueryable<LineRow> Rows(IQueryable<MoneyIn> lines)
            => lines.Select(m => new LineRow(m.Id, m.State, m.Direction, m.Amount, m.Text, m.Reference, m.BookedAt));
    }
}
