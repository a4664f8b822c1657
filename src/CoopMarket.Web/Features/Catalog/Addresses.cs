using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Gives products their addresses: after the Vietnamese name, with a number where somebody has it already.</summary>
internal sealed class Addresses(MarketDb db, TimeProvider time)
{
    // What is left of a name without a Latin letter.
    private const string Nameless = "mon-hang";

    /// <summary>An address of its own; one that the product had before is its own too.</summary>
    public async Task<string> GiveAsync(ProductId product, string name, CancellationToken cancellationToken)
    {
        var wanted = Folding.Slug(name) is { Length: > 0 } slug ? slug : Nameless;
        var taken = await db.Set<ProductAddress>().Where(a => a.Slug == wanted || a.Slug.StartsWith(wanted + "-"))
            .Select(a => new { a.Slug, a.Product }).ToListAsync(cancellationToken);
        var others = taken.Where(a => a.Product != product).Select(a => a.Slug).ToHashSet(StringComparer.Ordinal);
        var free = Enumerable.Range(1, others.Count + 1).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(s => !others.Contains(s));
        if (taken.TrueForAll(a => a.Slug != free))
            db.Add(ProductAddress.Give(product, free, time.Now()));
        return free;
    }

    /// <summary>Moves a product to the address of its new name; the old one leads there, unless nobody can know it yet.</summary>
    public async Task MoveAsync(Product product, CancellationToken cancellationToken)
    {
        var old = product.Slug;
        product.MoveTo(await GiveAsync(product.Id, product.Name.Vi, cancellationToken));
        if (product.Slug != old && product.FirstLiveAt is null)
            await db.Set<ProductAddress>().Where(a => a.Product == product.Id && a.Slug == old).ExecuteDeleteAsync(cancellationToken);
    }
}
