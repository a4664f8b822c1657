using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The days on which a cooperative is or will be closed.</summary>
internal static class ClosedDays
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<IReadOnlyList<Days>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    internal sealed record Days(Guid Id, DateOnly From, DateOnly To);

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Days>>
    {
        public async Task<IReadOnlyList<Days>> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            return await db.Set<Closure>().Where(c => c.Cooperative == query.Cooperative && c.To >= today).OrderBy(c => c.From)
                .Select(c => new Days(c.Id, c.From, c.To)).ToListAsync(cancellationToken);
        }
    }
}
