using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>
/// An admin may sit at a cooperative's desk as well. What the market decides about that cooperative another admin decides, or one
/// woman would be both of the two people that it takes.
/// </summary>
internal sealed class OwnDesk(MarketDb db)
{
    /// <summary>A refusal where the actor belongs to one of the cooperatives, in whatever role and state; else null.</summary>
    public async Task<Refusal?> RefuseAsync(Actor actor, IEnumerable<CooperativeId> cooperatives, CancellationToken cancellationToken)
    {
        CooperativeId[] asked = [.. cooperatives.Distinct()];
        return actor.Person is { } person && await db.Set<Membership>().AnyAsync(m => m.Person == person && asked.Contains(m.Cooperative), cancellationToken) ? new OwnAffair() : null;
    }

    /// <summary>The same for one cooperative.</summary>
    public Task<Refusal?> RefuseAsync(Actor actor, CooperativeId cooperative, CancellationToken cancellationToken) => RefuseAsync(actor, [cooperative], cancellationToken);
}
