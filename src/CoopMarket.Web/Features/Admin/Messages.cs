using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>The market's messages to itself and by mail: what is stuck, what waits, what went.</summary>
internal static class Messages
{
    internal const int PageSize = 50;

    /// <param name="Page">Of both lists, from 1.</param>
    internal sealed record Query(Actor Actor, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="Parked">Tried often enough; the oldest first.</param>
    /// <param name="Struggling">Failed before and will be tried again.</param>
    /// <param name="HasMore">Whether either has a next page.</param>
    /// <param name="Stuck">How many are parked in all.</param>
    /// <param name="Waiting">How many wait in all.</param>
    /// <param name="DoneToday">How many went in the last 24 hours.</param>
    internal sealed record View(IReadOnlyList<Row> Parked, IReadOnlyList<Row> Struggling, bool HasMore, int Stuck, int Waiting, int DoneToday);

    /// <param name="At">When it happened, UTC.</param>
    /// <param name="DueAt">When it is tried next, UTC.</param>
    /// <param name="Error">The last failure, by type and message; empty where there was none.</param>
    internal sealed record Row(Guid Id, string Event, string Subscriber, DateTimeOffset At, DateTimeOffset DueAt, int Attempts, string Error);

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = reads.Of<OutboxRow>();
            var yesterday = time.Now().AddDays(-1);
            var isParked = rows.Where(r => r.State == OutboxState.Parked);
            var parked = await ShowAsync(isParked, query.Page, cancellationToken);
            var struggling = await ShowAsync(rows.Where(r => r.State == OutboxState.Pending && r.LastError != null), query.Page, cancellationToken);
            return new(
                [.. parked.Take(PageSize)], [.. struggling.Take(PageSize)], parked.Count > PageSize || struggling.Count > PageSize, await isParked.CountAsync(cancellationToken),
                await rows.CountAsync(r => r.State == OutboxState.Pending, cancellationToken),
                await rows.CountAsync(r => r.State == OutboxState.Done && r.DoneAt >= yesterday, cancellationToken));
        }

        private static async Task<IReadOnlyList<Row>> ShowAsync(IQueryable<OutboxRow> rows, int page, CancellationToken cancellationToken)
            => await rows.OrderBy(r => r.RaisedAt).ThenBy(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)
                .Select(r => new Row(r.Id, r.Event, r.Subscriber, r.RaisedAt, r.DueAt, r.Attempts, r.LastError ?? "")).ToListAsync(cancellationToken);
    }
}
