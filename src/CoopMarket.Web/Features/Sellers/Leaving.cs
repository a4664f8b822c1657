using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The one way off a desk. The rule is over several rows, so its callers are serialized.</summary>
internal static class Leaving
{
    public static async Task<Outcome> LeaveAsync(MarketDb db, CooperativeId cooperative, PersonId person, CancellationToken cancellationToken)
    {
        var desk = await db.Set<Membership>().Where(m => m.Cooperative == cooperative).ToListAsync(cancellationToken);
        if (desk.Find(m => m.Person == person) is not { } member)
            return new NotFound();
        if (member.MayLeave(desk.Count(m => m.Role == MemberRole.Manager)) is { } refusal)
            return refusal;
        db.Remove(member);
        return Outcome.Done;
    }
}
