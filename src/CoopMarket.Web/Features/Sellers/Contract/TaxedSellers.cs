using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>
/// From whom the market withholds tax: households and persons who sell, who also bear value-added tax as a share of what they sell and
/// not by its rate. Cooperatives, unions and enterprises pay their tax themselves. Tracks nothing, so it may be asked inside a command.
/// </summary>
internal sealed class TaxedSellers(MarketDb db)
{
    public Task<bool> IsTaxedAsync(CooperativeId seller, CancellationToken cancellationToken)
        => db.Set<Cooperative>().AnyAsync(c => c.Id == seller && (c.Kind == SellerKind.Household || c.Kind == SellerKind.Individual), cancellationToken);

    /// <summary>Those of some sellers from whom tax is withheld.</summary>
    public async Task<IReadOnlySet<CooperativeId>> AmongAsync(IEnumerable<CooperativeId> sellers, CancellationToken cancellationToken)
    {
        CooperativeId[] asked = [.. sellers.Distinct()];
        return (await db.Set<Cooperative>().Where(c => asked.Contains(c.Id) && (c.Kind == SellerKind.Household || c.Kind == SellerKind.Individual)).Select(c => c.Id)
            .ToListAsync(cancellationToken)).ToHashSet();
    }
}
