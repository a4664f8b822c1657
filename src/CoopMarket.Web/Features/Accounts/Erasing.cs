using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What keeps a person's account from being erased now.</summary>
internal static class Erasing
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<InTheWay>>, IForPerson;

    internal sealed class Handler(MarketDb db, IEnumerable<IKnowPersons> areas) : IRequestHandler<Query, IReadOnlyList<InTheWay>>
    {
        public async Task<IReadOnlyList<InTheWay>> Handle(Query query, CancellationToken cancellationToken)
        {
            List<InTheWay> found = [];
            if (await db.Set<Account>().AnyAsync(a => a.Id == query.Actor.Me.Value && a.IsAdmin, cancellationToken))
                found.Add(new(Unfinished.Office, "", "/about"));
            foreach (var area in areas)
                found.AddRange(await area.InTheWayAsync(query.Actor.Me, cancellationToken));
            return found;
        }
    }
}
