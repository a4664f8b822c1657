using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>For admins: the certificates that wait to be looked at, the oldest first, or those that buyers see, the next to end first.</summary>
internal static class CertificateQueue
{
    internal const int PageSize = 50;

    /// <param name="Shown">What buyers see, instead of what waits.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, bool Shown, int Page = 1) : IQuery<View>, IForAdmin;

    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="Expires">Its last day; null where it has none.</param>
    /// <param name="Since">Since when it waits, UTC.</param>
    internal sealed record Row(CertificateId Id, LocalizedText Name, string Number, LocalizedText Cooperative, DateOnly? Expires, DateTimeOffset Since);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var all = db.Set<Certificate>().AsNoTracking().IgnoreAutoIncludes();
            // Without a paper there is nothing to look at: its cooperative is asked for it.
            var asked = query.Shown
                ? all.Where(Certificate.ShownOn(VietnamDay.Of(time.Now()))).OrderBy(c => c.Expires == null).ThenBy(c => c.Expires).ThenBy(c => c.Id)
                : all.Where(c => c.State == CertificateState.Waiting && c.Paper != null).OrderBy(c => c.AskedAt).ThenBy(c => c.Id);
            var rows = await asked.Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var names = await cooperatives.ManyAsync(rows.Select(c => c.Cooperative), cancellationToken);
            return new(
                [.. rows.Take(PageSize).Select(c => new Row(c.Id, c.Name, c.Number, names.GetValueOrDefault(c.Cooperative)?.Name ?? LocalizedText.Empty, c.Expires, c.AskedAt))],
                rows.Count > PageSize);
        }
    }
}
