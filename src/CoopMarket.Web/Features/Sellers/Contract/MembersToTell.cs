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
    public async Task<IReadOnlyList<Reach>> OfAsync(CooperativeId cooperative, DeskRoles roles, CancellationToken cancellationToken)
    {
        var members = await db.Set<Membership>().Where(m => m.Cooperative == cooperative).OrderBy(m => m.JoinedAt).ThenBy(m => m.Person)
            .Select(m => new { m.Person, m.Role }).ToListAsync(cancellationToken);
        List<Reach> reached = [];
        foreach (var member in members.Where(m => roles.HasFlag(Memberships.Right(m.Role))))
            if (await people.ReachAsync(member.Person, cancellationToken) is { } reach)
                reached.Add(reach);
        return reached;
    }
}
