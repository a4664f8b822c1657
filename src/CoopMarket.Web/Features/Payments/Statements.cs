using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>The statements that were uploaded last.</summary>
internal static class Statements
{
    private const int Most = 50;

    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<Row>>, IForAdmin;

    /// <param name="EndedAt">UTC; null while it is only shown, or being taken in.</param>
    internal sealed record Row(StatementId Id, string Name, DateTimeOffset UploadedAt, int Total, int Known, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
            => await db.Set<StatementUpload>().OrderByDescending(s => s.UploadedAt).Take(Most)
                .Select(s => new Row(s.Id, s.Name, s.UploadedAt, s.Total, s.Known, s.BegunAt, s.EndedAt)).ToListAsync(cancellationToken);
    }
}
