using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Reads what shelves and facets know.</summary>
internal sealed class FaceReader(MarketReads reads, Goods goods, CategoryTree categories, FeeRules fees, FacetBook book, TimeProvider time)
{
    public Task<Faces> NowAsync(CancellationToken cancellationToken) => book.OfAsync(ReadAsync, time.Now(), cancellationToken);

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => goods.Today;

    /// <summary>The shop has changed.</summary>
    public Task AgainAsync(CancellationToken cancellationToken) => book.AgainAsync(ReadAsync, time.Now(), cancellationToken);

    /// <summary>Sellers by id, each with the day it opens again where it is closed today; one that is newer than what is known is asked for.</summary>
    public async Task<IReadOnlyDictionary<CooperativeId, (Seller Seller, DateOnly? OpensOn)>> SellersAsync(
        IReadOnlyCollection<CooperativeId> ids, CancellationToken cancellationToken)
    {
        var known = (await NowAsync(cancellationToken)).Sellers;
        var newer = ids.Where(id => !known.ContainsKey(id)).ToList();
        return newer.Count == 0 ? known : (await goods.SellersAsync(newer, cancellationToken)).Concat(known).ToDictionary();
    }

    private async Task<Faces> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var tree = await categories.AllAsync(cancellationToken);
        var cooperatives = await reads.Of<Cooperative>().Where(c => c.State == SellerState.Approved)
            .Select(c => new { Seller = new Seller(c.Id, c.Slug, c.Name, c.BandTurn), c.Line, c.Makes, c.CommuneCode }).ToListAsync(cancellationToken);
        var closed = await goods.ClosedAsync(cancellationToken);
        var sellers = cooperatives.ToDictionary(c => c.Seller.Id, c => (c.Seller, OpensOn: closed.TryGetValue(c.Seller.Id, out var until) ? until.AddDays(1) : (DateOnly?)null));
        var ahead = await goods.AheadToday().ToDictionaryAsync(a => a.Variant, a => a.Terms.Window, cancellationToken);
        var seals = await goods.SealsAsync(product: null, cancellationToken);
        var all = await AllAsync(sellers, ahead, seals, cancellationToken);
        var rules = await reads.Of<DeliveryRule>().ToListAsync(cancellationToken);
        var blocks = await reads.Of<DeliveryBlock>().ToListAsync(cancellationToken);
        var communes = cooperatives.ToDictionary(c => c.Seller.Id, c => c.CommuneCode);
        var stories = await reads.Of<Story>().IgnoreAutoIncludes().Where(s => s.State == StoryState.Live).OrderByDescending(s => s.LiveAt).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Cooperative, Products = s.Products.Select(p => p.Product).ToList() }).AsSingleQuery().ToListAsync(cancellationToken);
        var counts = all.CountBy(f => f.Cooperative).ToDictionary();
        Faces faces = new(
            all, sellers,
            [
                .. cooperatives.Select(c => new CoopLine(
                    c.Seller, c.Line.All.Count > 0 ? c.Line : new LocalizedText(c.Makes), counts.GetValueOrDefault(c.Seller.Id), sellers[c.Seller.Id].OpensOn)),
            ],
            Served(rules, sellers.Keys, now), Reaches(blocks, tree, now), tree, ahead, rules, blocks)
        {
            FeeBasisPoints = await fees.AtAsync(now, cancellationToken),
            Seals = seals,
            Tellings = [.. stories.Where(s => sellers.ContainsKey(s.Cooperative)).Select(s => new StoryFace(s.Id, s.Cooperative, communes[s.Cooperative], s.Products))],
            Shared = (await reads.Of<Sharing>().Select(s => s.Product).Distinct().ToListAsync(cancellationToken)).ToHashSet(),
            Stars = (await reads.Of<Review>().Where(r => r.State == ReviewState.Shown).GroupBy(r => new { r.Product, r.Stars }).Select(g => new { g.Key.Product, g.Key.Stars, Count = g.Count() })
                .ToListAsync(cancellationToken)).GroupBy(c => c.Product, c => (c.Stars, c.Count)).ToDictionary(g => g.Key, StarTally.Of),
        };
        faces.Reckon(Today);
        return faces;
    }

    // Sizes are read beside their products: a hundred thousand small questions inside one take longer than two large answers.
    private async Task<IReadOnlyList<Face>> AllAsync(
        IReadOnlyDictionary<CooperativeId, (Seller Seller, DateOnly? OpensOn)> sellers, Dictionary<VariantId, SendWindow> ahead, IReadOnlyList<Seal> seals,
        CancellationToken cancellationToken)
    {
        var today = goods.Today;
        var products = await goods.OnSale()
            .Select(p => new { p.Id, p.Cooperative, p.Category, p.CommuneCode, p.SeasonBits, p.MadeToOrderDays, p.FirstLiveAt, p.Ingredients, p.AllergenBits }).ToListAsync(cancellationToken);
        var sizes = (await reads.Of<Variant>().Where(v => v.IsOffered)
            .Select(v => new { v.Id, v.Product, Price = v.Price.Minor, v.OnHand, v.Kind, v.NetAmount }).ToListAsync(cancellationToken)).ToLookup(v => v.Product);
        var papers = seals.SelectMany(s => Paper.All.Where(p => p.Kind == s.Kind && p.Stars == s.Stars).SelectMany(p => s.Products.Select(product => (Product: product, p.Name))))
            .Distinct().ToLookup(c => c.Product, c => c.Name);
        // An approval between two answers leaves a product to the next reading.
        var faces = products.Where(p => sizes.Contains(p.Id) && sellers.ContainsKey(p.Cooperative)).Select(p =>
        {
            var its = sizes[p.Id].ToList();
            var isReady = p.MadeToOrderDays is not null || its.Exists(v => v.OnHand > 0);
            var shown = CardSize.OfCard(its, v => p.MadeToOrderDays is not null || v.OnHand > 0, v => ahead.ContainsKey(v.Id));
            var cheapest = shown.MinBy(v => v.Price)!;
            return new Face(p.Id, p.Cooperative, p.Category ?? default, p.CommuneCode, cheapest.Price, p.SeasonBits, isReady, [.. papers[p.Id]])
            {
                IsUntold = !Contents.AreTold(p.Ingredients, p.AllergenBits),
                FirstLiveAt = p.FirstLiveAt ?? default,
                Rank = sellers[p.Cooperative].OpensOn is not null ? 0 : isReady ? 2 : its.Exists(v => ahead.ContainsKey(v.Id)) ? 1 : 0,
                Worth = (cheapest.Kind switch { NetKind.Mass => 0, NetKind.Volume => 1, _ => 2 }, shown.Where(v => v.Kind == cheapest.Kind).Min(v => v.Price * 1_000 / v.NetAmount)),
            };
        });
        return InOrder(faces, today.Month);
    }

    /// <summary>The market's own order, see <see cref="Faces.All"/>; each is told its place.</summary>
    internal static IReadOnlyList<Face> InOrder(IEnumerable<Face> faces, int month)
    {
        Dictionary<(int Rank, bool IsInSeason, CooperativeId Cooperative), int> before = [];
        return
        [
            .. faces.OrderByDescending(f => f.FirstLiveAt).ThenBy(f => f.Id.Value)
                .Select(f => (Face: f, Group: (f.Rank, IsInSeason: Seasons.Has(f.SeasonBits, month), f.Cooperative)))
                // However much a cooperative lists, the others stand between its goods.
                .Select(f => (f.Face, f.Group, Turn: before[f.Group] = before.GetValueOrDefault(f.Group) + 1))
                .OrderByDescending(f => f.Group.Rank).ThenByDescending(f => f.Group.IsInSeason).ThenBy(f => f.Turn)
                .Select((f, place) => f.Face with { Place = place }),
        ];
    }

    private static HashSet<(CooperativeId, Zone)> Served(List<DeliveryRule> rules, IEnumerable<CooperativeId> cooperatives, DateTimeOffset now)
        => cooperatives.SelectMany(c => DeliveryRule.InForce(rules, c, now) is { } rule ? rule.Rates.Select(r => (c, r.Zone)) : []).ToHashSet();

    private static Dictionary<string, Reach> Reaches(List<DeliveryBlock> blocks, IReadOnlyList<CategoryNode> tree, DateTimeOffset now)
    {
        var paths = tree.Select(c => (c.Id, Path: tree.PathOf(c.Id))).ToList();
        return Zones.Inhabited.ToDictionary(
            country => country,
            country => new Reach(
                Zones.Of(country, null, null)!.Value,
                country == Zones.HomeCountry ? new HashSet<CategoryId>() : paths.Where(p => DeliveryBlock.Find(blocks, p.Path, country, now) is not null).Select(p => p.Id).ToHashSet()),
            StringComparer.Ordinal);
    }
}
