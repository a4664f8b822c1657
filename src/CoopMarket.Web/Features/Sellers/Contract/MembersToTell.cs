using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>Whom to write to when something happens at a desk.</summary>
internal sealed class MembersToTell(MarketDb db, People people)
{
    /// <summary>The members with one of the roles, whatever the cooperative's state; who joined first comes first.</summary>
    public Task<IReadOnlyList<Reach>> OfAsync(CooperativeId cooperative, DeskRoles roles, CancellationToken cancellationToken)
        => ReachAsync(db.Set<Membership>().Where(m => m.Cooperative == cooperative), roles, cancellationToken);

    /// <summary>Those of every cooperative that has not closed for good, each person once.</summary>
    public async Task<IReadOnlyList<PersonId>> OfAllAsync(DeskRoles roles, CancellationToken cancellationToken)
        => await IdsAsync(db.Set<Membership>().Where(m => db.Set<Cooperative>().Any(c => c.Id == m.Cooperative && c.State != SellerState.Closed)), roles, cancellationToken);

    private static async Task<List<PersonId>> IdsAsync(IQueryable<Membership> of, DeskRoles roles, CancellationToken cancellationToken)
        => [.. (await of.OrderBy(m => m.JoinedAt).ThenBy(m => m.Person).Select(m => new { m.Person, m.Role }).ToListAsync(cancellationToken))
            .Where(m => roles.HasFlag(Memberships.Right(m.Role))).Select(m => m.Person).Distinct()];

    private async Task<IReadOnlyList<Reach>> ReachAsync(IQueryable<Membership> of, DeskRoles roles, CancellationToken cancellationToken)
    {
        var members = await IdsAsync(of, roles, cancellationToken);
        var reached = await people.ReachAllAsync(members, cancellationToken);
        return [.. members.Where(reached.ContainsKey).Select(m => reached[m])];
    }
}
