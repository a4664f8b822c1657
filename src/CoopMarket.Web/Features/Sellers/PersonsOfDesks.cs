using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Desks know their members, and applications who applied. What the law keeps of a seller, with the persons in it, goes by its own rule
/// (<see cref="ForgetNames"/>).
/// </summary>
internal sealed class PersonsOfDesks(MarketDb db, People people, BuyersOrders orders, Balances balances) : IKnowPersons
{
    public async Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken)
    {
        List<InTheWay> found = [];
        foreach (var cooperative in await ManagedAsync(person, cancellationToken))
            if (await IsNeededAsync(cooperative, person, cancellationToken))
                found.Add(new(Unfinished.Desk, cooperative.Name.In(Languages.Current), "/sell"));
        if (await db.Set<SellerApplication>().AnyAsync(a => a.OpenFor == person && a.State != ApplicationState.Draft, cancellationToken))
            found.Add(new(Unfinished.Application, "", "/sell/apply"));
        return found;
    }

    public async Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken)
    {
        db.RemoveRange(await db.Set<Membership>().Where(m => m.Person == person).ToListAsync(cancellationToken));
        db.RemoveRange(await db.Set<SellerApplication>().Where(a => a.OpenFor == person && a.State == ApplicationState.Draft).ToListAsync(cancellationToken));
        var reach = await people.ReachAsync(person, cancellationToken);
        List<string> reached = [.. new[] { reach?.Email?.ToLowerInvariant(), reach?.Phone }.OfType<string>()];
        db.RemoveRange(await db.Set<Invitation>().Where(i => reached.Contains(i.BoundTo)).ToListAsync(cancellationToken));
        return [];
    }

    private Task<List<Cooperative>> ManagedAsync(PersonId person, CancellationToken cancellationToken)
        => db.Set<Cooperative>().AsNoTracking().Where(c => db.Set<Membership>().Any(m => m.Cooperative == c.Id && m.Person == person && m.Role == MemberRole.Manager)).OrderBy(c => c.Slug).ToListAsync(cancellationToken);

    // Touching their rows makes who leaves the same desk at this moment look anew: not both of the last two go.
    private async Task<bool> IsNeededAsync(Cooperative cooperative, PersonId person, CancellationToken cancellationToken)
    {
        var managers = db.Set<Membership>().Where(m => m.Cooperative == cooperative.Id && m.Role == MemberRole.Manager);
        if (db.Database.CurrentTransaction is not null)
            await managers.ExecuteUpdateAsync(set => set.SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);
        if (await managers.AnyAsync(m => m.Person != person, cancellationToken))
            return false;
        return cooperative.ClosedAt is null || await orders.HasOpenPartsAsync(cooperative.Id, cancellationToken)
            || await balances.OfAsync(cooperative.Id, cancellationToken) is not { Held.IsZero: true, Payable.IsZero: true, FeesOwed.IsZero: true, OnTheWay.IsZero: true };
    }
}
