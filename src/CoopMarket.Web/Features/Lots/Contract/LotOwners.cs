using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots.Contract;

/// <summary>Whose lot it is.</summary>
internal sealed class LotOwners(MarketDb db)
{
    /// <summary>Whether the lot is there and the cooperative's.</summary>
    public Task<bool> OwnsAsync(CooperativeId cooperative, LotId lot, CancellationToken cancellationToken)
        => db.Set<Lot>().AnyAsync(l => l.Id == lot && l.Cooperative == cooperative, cancellationToken);

    /// <summary>The number of a cooperative's lot of a product; null where it isn't there.</summary>
    public Task<string?> NumberAsync(CooperativeId cooperative, ProductId product, LotId lot, CancellationToken cancellationToken)
        => db.Set<Lot>().Where(l => l.Id == lot && l.Cooperative == cooperative && l.Product == product).Select(l => l.Number).FirstOrDefaultAsync(cancellationToken);
}
