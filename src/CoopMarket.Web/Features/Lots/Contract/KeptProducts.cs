using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots.Contract;

/// <summary>Of which products the stock is kept by lot. To be asked while a size's row is held, else the answer may be an old one.</summary>
internal sealed class KeptProducts(MarketDb db)
{
    /// <summary>Whether this one's is.</summary>
    public Task<bool> IsKeptAsync(ProductId product, CancellationToken cancellationToken) => db.Set<LotKeeping>().AnyAsync(k => k.Product == product, cancellationToken);

    /// <summary>Those of some whose stock is.</summary>
    public async Task<IReadOnlySet<ProductId>> OfAsync(IEnumerable<ProductId> products, CancellationToken cancellationToken)
    {
        ProductId[] asked = [.. products.Distinct()];
        return (await db.Set<LotKeeping>().Where(k => asked.Contains(k.Product)).Select(k => k.Product).ToListAsync(cancellationToken)).ToHashSet();
    }
}
