using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What is counted of a product on sale.</summary>
/// <param name="Price">Of its cheapest size, đồng.</param>
/// <param name="Papers">Names of what it is certified as, today.</param>
internal sealed record Face(
    ProductId Id, CooperativeId Cooperative, CategoryId Category, string Commune, long Price, int SeasonBits, bool IsReady, IReadOnlyList<string> Papers);

/// <summary>Where goods of which category can't go, and by which part of a price list they would.</summary>
internal sealed record Reach(Zone Zone, IReadOnlySet<CategoryId> Barred);

/// <summary>All that facets count, as it was at one moment.</summary>
/// <param name="All">Everything on sale.</param>
/// <param name="Sellers">Whose it is.</param>
/// <param name="Served">Where each cooperative sends.</param>
/// <param name="Reaches">By country.</param>
internal sealed record Faces(
    IReadOnlyList<Face> All, IReadOnlyDictionary<CooperativeId, Seller> Sellers, IReadOnlySet<(CooperativeId Cooperative, Zone Zone)> Served,
    IReadOnlyDictionary<string, Reach> Reaches)
{
    /// <summary>Whether goods go to a country: their cooperative sends there and the country lets them in. A parcel may still be too heavy.</summary>
    public bool GoTo(string country, CooperativeId cooperative, CategoryId category)
        => Reaches.TryGetValue(country, out var reach) && Served.Contains((cooperative, reach.Zone)) && !reach.Barred.Contains(category);
}

/// <summary>
/// The counter table of facets, in memory on every node: read anew when it is half a minute old, never used when it is a
/// minute old. So the counts of a page cost no query, and the goods themselves are always asked for.
/// </summary>
internal sealed class FacetBook
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Kept? _kept;

    /// <summary>The counts, at most a minute old. One reader reads them anew; the others go on with what there is, or wait where there is nothing.</summary>
    public async Task<Faces> OfAsync(Func<CancellationToken, Task<Faces>> read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Within(now, Fresh) is { } fresh)
            return fresh;
        if (!await _one.WaitAsync(Within(now, Oldest) is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
            return Within(now, Oldest)!;
        try
        {
            if (Within(now, Fresh) is { } meanwhile)
                return meanwhile;
            var faces = await read(cancellationToken);
            _kept = new(now, faces);
            return faces;
        }
        finally
        {
            _one.Release();
        }
    }

    private Faces? Within(DateTimeOffset now, TimeSpan age) => _kept is { } kept && kept.At <= now && now - kept.At < age ? kept.Faces : null;

    private sealed record Kept(DateTimeOffset At, Faces Faces);
}

/// <summary>Reads what facets count.</summary>
internal sealed class FaceReader(MarketReads reads, Goods goods, CategoryTree categories, FacetBook book, TimeProvider time)
{
    public Task<Faces> NowAsync(CancellationToken cancellationToken) => book.OfAsync(ReadAsync, time.Now(), cancellationToken);

    private async Task<Faces> ReadAsync(CancellationToken cancellationToken)
    {
        var (today, now) = (goods.Today, time.Now());
        var rows = await goods.OnSale().Where(p => p.Variants.Any(v => v.IsOffered))
            .Select(p => new
            {
                p.Id,
                p.Cooperative,
                p.Category,
                p.CommuneCode,
                Price = p.Variants.Where(v => v.IsOffered).Min(v => v.Price.Minor),
                p.SeasonBits,
                IsReady = p.MadeToOrderDays != null || p.Variants.Any(v => v.IsOffered && v.OnHand > 0),
            })
            .ToListAsync(cancellationToken);
        var papers = (await reads.Of<Certificate>().Where(c => c.Kind != CertificateKind.Other && c.Issued <= today && (c.Expires == null || c.Expires >= today))
                .Select(c => new { c.Product, c.Kind, c.Stars }).ToListAsync(cancellationToken))
            .SelectMany(c => Paper.All.Where(p => p.Kind == c.Kind && p.Stars == c.Stars).Select(p => (c.Product, p.Name))).Distinct().ToLookup(c => c.Product, c => c.Name);
        var sellers = await goods.SellersAsync([.. rows.Select(r => r.Cooperative).Distinct()], cancellationToken);
        return new(
            rows.ConvertAll(r => new Face(r.Id, r.Cooperative, r.Category ?? default, r.CommuneCode, r.Price, r.SeasonBits, r.IsReady, [.. papers[r.Id]])),
            sellers.ToDictionary(s => s.Key, s => s.Value.Seller), await ServedAsync([.. sellers.Keys], now, cancellationToken), await ReachesAsync(now, cancellationToken));
    }

    private async Task<IReadOnlySet<(CooperativeId, Zone)>> ServedAsync(IReadOnlyCollection<CooperativeId> cooperatives, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = await reads.Of<DeliveryRule>().ToListAsync(cancellationToken);
        return cooperatives
            .SelectMany(c => DeliveryRule.InForce(rules, c, now) is { } rule ? rule.Rates.Select(r => (c, r.Zone)) : [])
            .ToHashSet();
    }

    private async Task<IReadOnlyDictionary<string, Reach>> ReachesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var blocks = await reads.Of<DeliveryBlock>().ToListAsync(cancellationToken);
        var tree = await categories.AllAsync(cancellationToken);
        var paths = tree.Select(c => (c.Id, Path: tree.PathOf(c.Id))).ToList();
        return Zones.Countries.ToDictionary(
            country => country,
            country => new Reach(
                Zones.Of(country, null, null)!.Value,
                country == Zones.HomeCountry ? new HashSet<CategoryId>() : paths.Where(p => DeliveryBlock.Find(blocks, p.Path, country, now) is not null).Select(p => p.Id).ToHashSet()),
            StringComparer.Ordinal);
    }
}
