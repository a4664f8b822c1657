using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>For admins: what waits, the most urgent first, or what was settled, the newest first.</summary>
internal static class AdminComplaints
{
    internal const int PageSize = 50;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, bool Settled, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="Now">UTC.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore, DateTimeOffset Now);

    /// <param name="DueAt">By when the market speaks next, UTC; null where it is settled.</param>
    internal sealed record Row(ComplaintId Id, string Code, ComplaintKind Kind, ComplaintState State, LocalizedText? Cooperative, string OrderCode, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var all = db.Set<Complaint>().AsNoTracking();
            var sorted = query.Settled
                ? all.Where(c => c.DueAt == null).OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Id)
                : all.Where(c => c.DueAt != null).OrderBy(c => c.DueAt).ThenBy(c => c.Id);
            var found = await sorted.Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var whose = await cooperatives.ManyAsync(found.Select(c => c.Cooperative).OfType<CooperativeId>(), cancellationToken);
            return new(
                [.. found.Take(PageSize).Select(c => new Row(
                    c.Id, c.Code, c.Kind, c.State, c.Cooperative is { } id ? whose.GetValueOrDefault(id)?.Name : null, c.OrderCode, c.ReceivedAt, c.DueAt))],
                found.Count > PageSize, time.Now());
        }
    }
}
