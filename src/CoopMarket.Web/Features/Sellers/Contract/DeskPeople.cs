using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>Who sits at a desk, to be chosen from.</summary>
internal sealed class DeskPeople(MarketDb db, People people)
{
    /// <summary>Whoever joined first comes first.</summary>
    public async Task<IReadOnlyList<DeskPerson>> OfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        var members = await db.Set<Membership>().Where(m => m.Cooperative == cooperative).OrderBy(m => m.JoinedAt).ThenBy(m => m.Person).Select(m => m.Person).ToListAsync(cancellationToken);
        List<DeskPerson> found = [];
        foreach (var member in members)
            if (await people.ReachAsync(member, cancellationToken) is { } reach)
                found.Add(new(member, reach.Name));
        return found;
    }
}

/// <summary>A member of a desk.</summary>
/// <param name="Name">As she writes it.</param>
internal sealed record DeskPerson(PersonId Person, string Name);
