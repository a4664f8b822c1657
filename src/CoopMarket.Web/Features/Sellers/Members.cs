using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Who sits at a desk, and who is invited.</summary>
internal static class Members
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    internal sealed record View(IReadOnlyList<Member> Desk, IReadOnlyList<Invited> Invited);

    /// <param name="IsMe">The reader herself.</param>
    internal sealed record Member(PersonId Person, string Name, string? Phone, MemberRole Role, bool IsMe);

    internal sealed record Invited(InvitationId Id, string Contact, MemberRole Role, DateTimeOffset Until);

    internal sealed class Handler(MarketDb db, People people, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = await db.Set<Membership>().AsNoTracking().Where(m => m.Cooperative == query.Cooperative)
                .OrderBy(m => m.JoinedAt).ThenBy(m => m.Person).ToListAsync(cancellationToken);
            List<Member> desk = [];
            foreach (var row in rows)
            {
                var reach = await people.ReachAsync(row.Person, cancellationToken);
                desk.Add(new(row.Person, reach?.Name ?? "", reach?.Phone, row.Role, row.Person == query.Actor.Person));
            }

            var now = time.Now();
            var invited = await db.Set<Invitation>().AsNoTracking()
                .Where(i => i.Cooperative == query.Cooperative && i.TakenAt == null && i.WithdrawnAt == null && i.InvitedAt > now - Invitation.Lasts)
                .OrderBy(i => i.InvitedAt).ToListAsync(cancellationToken);
            return new(desk, [.. invited.Select(i => new Invited(i.Id, i.BoundTo, i.Role, i.InvitedAt + Invitation.Lasts))]);
        }
    }
}
