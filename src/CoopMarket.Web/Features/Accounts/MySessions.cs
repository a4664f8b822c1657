using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Where a person is signed in.</summary>
internal static class MySessions
{
    private const int Most = 50;

    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<View>>, IForPerson;

    /// <param name="Id">The session.</param>
    /// <param name="Device">What the browser calls itself.</param>
    /// <param name="Address">The network address it began at; empty where it is not known.</param>
    /// <param name="Since">UTC.</param>
    /// <param name="Seen">UTC, to a quarter of an hour.</param>
    internal sealed record View(Guid Id, string Device, string Address, DateTimeOffset Since, DateTimeOffset Seen);

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var (begun, seen) = (now - AccountSession.Longest, now - AccountSession.LongestRest);
            return await (from s in db.Set<AccountSession>()
                          join a in db.Set<Account>() on s.AccountId equals a.Id
                          where a.Id == query.Actor.Me.Value && s.EndedAt == null && s.Stamp == a.SecurityStamp && s.CreatedAt > begun && s.LastSeenAt > seen
                          orderby s.LastSeenAt descending
                          select new View(s.Id, s.Device, s.Address, s.CreatedAt, s.LastSeenAt)).Take(Most).ToListAsync(cancellationToken);
        }
    }
}
