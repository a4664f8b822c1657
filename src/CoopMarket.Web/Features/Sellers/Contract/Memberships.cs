using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>Who may do what at which desk, read afresh for every request.</summary>
internal sealed class Memberships(MarketDb db)
{
    /// <summary>Whether the person has one of the roles in a cooperative that is not closed.</summary>
    /// <param name="alsoSuspended">Whether it may be suspended.</param>
    public async Task<bool> AllowsAsync(PersonId person, CooperativeId cooperative, DeskRoles allowed, CancellationToken cancellationToken, bool alsoSuspended = false)
    {
        var role = await db.Set<Membership>()
            .Where(m => m.Person == person && m.Cooperative == cooperative)
            .Where(_ => db.Set<Cooperative>().Any(c => c.Id == cooperative && (c.State == SellerState.Approved || (alsoSuspended && c.State == SellerState.Suspended))))
            .Select(m => (MemberRole?)m.Role)
            .FirstOrDefaultAsync(cancellationToken);
        return role is { } has && allowed.HasFlag(Right(has));
    }

    /// <summary>The desks of a person, the oldest first.</summary>
    /// <param name="alsoSuspended">Whether those of suspended cooperatives are among them, after the others.</param>
    public async Task<IReadOnlyList<DeskSeat>> OfAsync(PersonId person, CancellationToken cancellationToken, bool alsoSuspended = false)
        => await (from m in db.Set<Membership>()
                  join c in db.Set<Cooperative>() on m.Cooperative equals c.Id
                  where m.Person == person && (c.State == SellerState.Approved || (alsoSuspended && c.State == SellerState.Suspended))
                  orderby c.State == SellerState.Suspended, m.JoinedAt
                  select new DeskSeat(c.Id, c.Slug, c.Name, c.BandTurn, m.Role) { IsSuspended = c.State == SellerState.Suspended }).ToListAsync(cancellationToken);

    /// <summary>The right that a role gives.</summary>
    public static DeskRoles Right(MemberRole role) => role switch
    {
        MemberRole.Manager => DeskRoles.Manager,
        MemberRole.Packer => DeskRoles.Packer,
        _ => DeskRoles.Storyteller,
    };
}

/// <summary>A person's place at a desk.</summary>
internal sealed record DeskSeat(CooperativeId Cooperative, string Slug, LocalizedText Name, int BandTurn, MemberRole Role)
{
    /// <summary>Whether only little can be done at it for now.</summary>
    public bool IsSuspended { get; init; }
}
