using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>An admin speaks for the market in a complaint only where it is neither her own nor about a cooperative at whose desk she sits.</summary>
internal sealed class NeitherSide(OwnDesk own)
{
    /// <summary>A refusal where she is on one of its sides; else null.</summary>
    public async Task<Refusal?> RefuseAsync(Actor actor, Complaint complaint, CancellationToken cancellationToken)
        => complaint.Person is { } complains && complains == actor.Person ? new OwnAffair()
            : complaint.Cooperative is { } other ? await own.RefuseAsync(actor, other, cancellationToken) : null;
}
