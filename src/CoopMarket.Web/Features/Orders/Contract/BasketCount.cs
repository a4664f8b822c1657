using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>How much lies in a reader's basket, for the head of each page.</summary>
internal sealed class BasketCount(MarketDb db)
{
    /// <summary>Pieces of all things together; 0 without a basket.</summary>
    /// <param name="person">Who is signed in; null for guests.</param>
    /// <param name="key">The basket's cookie; null where there is none.</param>
    public async Task<int> OfAsync(PersonId? person, string? key, CancellationToken cancellationToken)
    {
        var hash = BasketKey.Hash(key);
        if (person is null && hash is null)
            return 0;
        var lines = await db.Set<Basket>().AsNoTracking()
            .Where(b => (person != null && b.Person == person) || (hash != null && b.KeyHash == hash))
            .SelectMany(b => b.Lines).Select(l => new { l.Variant, l.Quantity }).ToListAsync(cancellationToken);
        return lines.GroupBy(l => l.Variant).Sum(g => g.Max(l => l.Quantity));
    }
}
