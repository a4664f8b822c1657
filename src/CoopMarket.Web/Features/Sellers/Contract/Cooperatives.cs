using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>What other areas may know of sellers. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class Cooperatives(MarketDb db, TimeProvider time)
{
    /// <summary>One cooperative in whatever state; null where there is none.</summary>
    public async Task<CoopCard?> OneAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => (await ManyAsync([cooperative], cancellationToken)).GetValueOrDefault(cooperative);

    /// <summary>One cooperative by its address; null where there is none.</summary>
    public async Task<CoopCard?> BySlugAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Set<Cooperative>().Where(c => c.Slug == slug).Select(c => (CooperativeId?)c.Id).FirstOrDefaultAsync(cancellationToken);
        return found is { } id ? await OneAsync(id, cancellationToken) : null;
    }

    /// <summary>Those that are there, by id, in whatever state.</summary>
    public async Task<IReadOnlyDictionary<CooperativeId, CoopCard>> ManyAsync(IEnumerable<CooperativeId> cooperatives, CancellationToken cancellationToken)
    {
        CooperativeId[] asked = [.. cooperatives.Distinct()];
        var today = VietnamDay.Of(time.Now());
        var closures = (await db.Set<Closure>().AsNoTracking().Where(c => asked.Contains(c.Cooperative) && c.To >= today).ToListAsync(cancellationToken))
            .ToLookup(c => c.Cooperative, c => (c.From, c.To));
        var found = await db.Set<Cooperative>().AsNoTracking().Where(c => asked.Contains(c.Id)).ToListAsync(cancellationToken);
        return found.ToDictionary(c => c.Id, c => new CoopCard(
            c.Id, c.Slug, c.Name, c.BandTurn, c.Province, c.CommuneCode, c.Commune, c.Village, c.Phone, c.State, Closure.ClosedUntil(closures[c.Id], today), c.CallsFirst)
        {
            LegalName = c.LegalName,
        });
    }

    /// <summary>The days on which some cooperatives are closed, from a day on; who has none is left out.</summary>
    public async Task<IReadOnlyDictionary<CooperativeId, IReadOnlyList<DaysOff>>> ClosedAsync(
        IEnumerable<CooperativeId> cooperatives, DateOnly from, CancellationToken cancellationToken)
    {
        CooperativeId[] asked = [.. cooperatives.Distinct()];
        var closures = await db.Set<Closure>().AsNoTracking().Where(c => asked.Contains(c.Cooperative) && c.To >= from).ToListAsync(cancellationToken);
        return closures.GroupBy(c => c.Cooperative).ToDictionary(g => g.Key, g => (IReadOnlyList<DaysOff>)[.. g.Select(c => new DaysOff(c.From, c.To))]);
    }
}

/// <summary>A cooperative as the shop and orders know it.</summary>
/// <param name="Id">Lasting.</param>
/// <param name="Slug">Its part of <c>/cooperatives/{slug}</c>.</param>
/// <param name="Name">The name over its shop.</param>
/// <param name="BandTurn">The turn of its woven band.</param>
/// <param name="Province">The code of one of the 34 provinces.</param>
/// <param name="CommuneCode">The code of its commune in Sơn La; empty elsewhere.</param>
/// <param name="Commune">The commune's name.</param>
/// <param name="Village">Empty where there is none.</param>
/// <param name="Phone">E.164.</param>
/// <param name="State">Whether it may sell.</param>
/// <param name="ClosedUntil">The last day, in Vietnam, on which it is closed now; null when it is open today.</param>
/// <param name="CallsFirst">Whether it calls buyers who pay in cash before it accepts.</param>
internal sealed record CoopCard(
    CooperativeId Id, string Slug, LocalizedText Name, int BandTurn, string Province, string CommuneCode, string Commune, string Village, string Phone, SellerState State, DateOnly? ClosedUntil, bool CallsFirst = false)
{
    /// <summary>The name on its registration, which its receipts bear; empty where a person's is forgotten.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>Approved and not closed today.</summary>
    public bool TakesOrders => State == SellerState.Approved && ClosedUntil is null;

    /// <summary>The day on which it opens again, in Vietnam; null when it is open today.</summary>
    public DateOnly? OpensOn => ClosedUntil?.AddDays(1);
}
