using System.Collections.Concurrent;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What shelves know of a product on sale.</summary>
/// <param name="Price">As its card shows it, see <see cref="CardSize.OfCard"/>, đồng.</param>
/// <param name="IsReady">In stock or made to order, whether its cooperative is open or not.</param>
/// <param name="Papers">Names of what it is certified as, today.</param>
internal sealed record Face(
    ProductId Id, CooperativeId Cooperative, CategoryId Category, string Commune, long Price, int SeasonBits, bool IsReady, IReadOnlyList<string> Papers)
{
    /// <summary>Whether a reader abroad can't read what is in it (<see cref="Contents.AreTold"/>): such food is not sent to the European Union.</summary>
    public bool IsUntold { get; init; }

    /// <summary>Since when it is on the shelf, UTC.</summary>
    public DateTimeOffset FirstLiveAt { get; init; }

    /// <summary>2 for what can be had at once, 1 for what can be ordered ahead, 0 for what can't be had.</summary>
    public int Rank { get; init; }

    /// <summary>
    /// 0 where the size that its card shows is weighed, 1 where it is measured, 2 where it is counted: they can't be compared. And the lowest price of 1,000
    /// units, đồng, among the sizes of that kind from which the card chooses.
    /// </summary>
    public (int Kind, long Price) Worth { get; init; }

    /// <summary>Its place in the market's own order, from 0.</summary>
    public int Place { get; init; }
}

/// <summary>Where goods of which category can't go, and by which part of a price list they would.</summary>
internal sealed record Reach(Zone Zone, IReadOnlySet<CategoryId> Barred);

/// <summary>All that shelves and facets know, as it was at one moment.</summary>
/// <param name="All">
/// Everything on sale in the market's own order, as its page about ranking promises: what can be had at once before what can be
/// ordered ahead, that before what can't be had, in season before out of season; then the newest of every cooperative, then the second of
/// each and so on, in each turn newer before older, then by id.
/// </param>
/// <param name="Sellers">All approved cooperatives, each with the day it opens again where it is closed.</param>
/// <param name="Lines">The same as lists show them; <see cref="LinesIn"/> has them by name.</param>
/// <param name="Served">Where each cooperative sends.</param>
/// <param name="Reaches">By country.</param>
/// <param name="Tree">All categories.</param>
/// <param name="Ahead">When what can be ordered ahead is sent, by size.</param>
/// <param name="Rules">All price lists of delivery.</param>
/// <param name="Blocks">All rules about what a country doesn't let in.</param>
internal sealed record Faces(
    IReadOnlyList<Face> All, IReadOnlyDictionary<CooperativeId, (Seller Seller, DateOnly? OpensOn)> Sellers, IReadOnlyList<CoopLine> Lines,
    IReadOnlySet<(CooperativeId Cooperative, Zone Zone)> Served, IReadOnlyDictionary<string, Reach> Reaches, IReadOnlyList<CategoryNode> Tree,
    IReadOnlyDictionary<VariantId, SendWindow> Ahead, IReadOnlyList<DeliveryRule> Rules, IReadOnlyList<DeliveryBlock> Blocks)
{
    // Choices that many make are few; who tries others out shall not fill the memory.
    private const int MostCounted = 500;

    // Some megabytes.
    private const int MostRemembered = 4_000;

    private readonly ConcurrentDictionary<ShelfOrder, IReadOnlyList<Face>> _orders = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<FacetChoice>> _counted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<CoopLine>> _lines = new(StringComparer.Ordinal);
    private HomePage.Sight? _sight;
    private IReadOnlySet<ProductId>? _told;
    private StoryIndex? _stories;

    private readonly Lazy<IReadOnlyDictionary<ProductId, Face>> _byId = new(() => All.ToDictionary(f => f.Id));
    private readonly Lazy<IReadOnlyList<CategoryNode>> _filled = new(() => Fill(All, Tree));
    private readonly Lazy<IReadOnlyList<(Face Face, int Count)>> _alike = new(() => [.. All
        .GroupBy(f => (f.Category, f.Cooperative, f.Commune, f.SeasonBits, f.IsReady, PriceBand.Of(f.Price), string.Join(' ', f.Papers))).Select(g => (g.First(), g.Count()))]);

    /// <summary>The market's fee, in basis points.</summary>
    public required int FeeBasisPoints { get; init; }

    /// <summary>The certificates that buyers may see today.</summary>
    public required IReadOnlyList<Seal> Seals { get; init; }

    /// <summary>The stories that readers may see, the newest first.</summary>
    public required IReadOnlyList<StoryFace> Tellings { get; init; }

    /// <summary>Of which products a story tells: of others nobody asks for one.</summary>
    public IReadOnlySet<ProductId> Told => _told ??= Tellings.SelectMany(t => t.Products).ToHashSet();

    /// <summary>The ways to them.</summary>
    public StoryIndex Stories => _stories ??= new(Tellings, this);

    /// <summary>Of which products it is written down how their price is shared.</summary>
    public required IReadOnlySet<ProductId> Shared { get; init; }

    /// <summary>What cards say, as far as it was read.</summary>
    public Remembered<ProductId, CardFacts> Cards { get; } = new(MostRemembered);

    /// <summary>Photos that are made, the cover first, as far as they were read.</summary>
    public Remembered<PhotoSubject, IReadOnlyList<PhotoView>> Photos { get; } = new(MostRemembered);

    /// <summary>What products' pages say, by slug, as far as it was read.</summary>
    public Remembered<string, ProductFacts> Products { get; } = new(MostRemembered / 4);

    /// <summary>The same pages as they were put together last, by slug and language. What is drawn of them lives as long, some fifty kilobytes each.</summary>
    public Remembered<(string Slug, string Language), ProductPage.View> Pages { get; } = new(MostRemembered / 16);

    /// <summary>Stories as lists show them, by story.</summary>
    public Remembered<StoryId, StoryLine> StoryLines { get; } = new(MostRemembered / 8);

    /// <summary>What their prices are shared into, by size and how many are left of it, as far as it was read.</summary>
    public Remembered<(VariantId Size, int Left), IReadOnlyList<ProductPage.Share>> Shares { get; } = new(MostRemembered / 4);

    /// <summary>Stories, by what sets them apart, as far as they were read.</summary>
    public Remembered<string, IReadOnlyList<Told>> Tales { get; } = new(MostRemembered / 8);

    /// <summary>Cooperatives and who works there, by slug, as far as they were read.</summary>
    public Remembered<string, CooperativePage.Facts> Cooperatives { get; } = new(MostRemembered / 8);

    /// <summary>What was found, by what was asked and chosen.</summary>
    public Remembered<string, SearchPage.Searched> Searches { get; } = new(MostRemembered / 20);

    /// <summary>How many stars buyers gave to what; what nobody reviewed is not in it.</summary>
    public required IReadOnlyDictionary<ProductId, StarTally> Stars { get; init; }

    /// <summary>By id.</summary>
    public IReadOnlyDictionary<ProductId, Face> ById => _byId.Value;

    /// <summary>The categories that lead to goods on sale, their own or of one below; a reader isn't sent to an empty shelf.</summary>
    public IReadOnlyList<CategoryNode> Filled => _filled.Value;

    /// <summary>Goods that no facet tells apart: one of them and how many they are. A hundred thousand are some thousand such, and counted as fast.</summary>
    public IReadOnlyList<(Face Face, int Count)> Alike => _alike.Value;

    /// <summary>The cooperatives by their names in a language, as it sorts them.</summary>
    public IReadOnlyList<CoopLine> LinesIn(string language)
        => _lines.GetOrAdd(language, l => [.. Lines.OrderBy(c => c.Seller.Name.In(l), StringComparer.Create(Languages.Culture(l), ignoreCase: true)).ThenBy(c => c.Seller.Slug, StringComparer.Ordinal)]);

    /// <summary>What the home page of a day shows of them.</summary>
    public HomePage.Sight On(DateOnly day) => _sight is { } known && known.Day == day ? known : _sight = HomePage.Sight.Of(this, day);

    /// <summary>Reckons what pages ask of all goods, so that none of them has to wait for it.</summary>
    public void Reckon(DateOnly today) => _ = (ById, Filled, Alike, On(today));

    /// <summary>Everything on sale in an order.</summary>
    public IReadOnlyList<Face> In(ShelfOrder order) => order == ShelfOrder.Usual ? All : _orders.GetOrAdd(order, o => [.. Sort(All, o)]);

    /// <summary>Some of it in an order.</summary>
    public static IEnumerable<Face> Sort(IEnumerable<Face> some, ShelfOrder order) => order switch
    {
        ShelfOrder.Newest => some.OrderByDescending(f => f.FirstLiveAt).ThenBy(f => f.Id.Value),
        ShelfOrder.Cheapest => some.OrderBy(f => f.Price).ThenBy(f => f.Id.Value),
        ShelfOrder.Dearest => some.OrderByDescending(f => f.Price).ThenBy(f => f.Id.Value),
        ShelfOrder.Unit => some.OrderBy(f => f.Worth).ThenBy(f => f.Id.Value),
        _ => some.OrderBy(f => f.Place),
    };

    /// <summary>What was counted once for a choice is not counted again.</summary>
    /// <param name="choice">What was chosen, where.</param>
    public IReadOnlyList<FacetChoice> Counted(string choice, Func<IReadOnlyList<FacetChoice>> count)
        => _counted.Count < MostCounted ? _counted.GetOrAdd(choice, _ => count()) : _counted.GetValueOrDefault(choice) ?? count();

    /// <summary>Whether goods go to a country: their cooperative sends there and the country lets them in. A parcel may still be too heavy.</summary>
    /// <param name="isUntold">As <see cref="Face.IsUntold"/>.</param>
    public bool GoTo(string country, CooperativeId cooperative, CategoryId category, bool isUntold)
        => Reaches.TryGetValue(country, out var reach) && Served.Contains((cooperative, reach.Zone)) && !reach.Barred.Contains(category)
            && !(isUntold && EuropeanUnion.Has(country) && Tree.IsFood(category));

    /// <summary>Forgets all that was read or counted since: so it is measured what a page costs whose like nobody asked for.</summary>
    public void Forget()
    {
        Cards.Forget();
        Photos.Forget();
        Products.Forget();
        Pages.Forget();
        StoryLines.Forget();
        Shares.Forget();
        Tales.Forget();
        Cooperatives.Forget();
        Searches.Forget();
        _counted.Clear();
    }

    private static IReadOnlyList<CategoryNode> Fill(IReadOnlyList<Face> all, IReadOnlyList<CategoryNode> tree)
    {
        var own = all.Select(f => f.Category).ToHashSet();
        bool IsFilled(CategoryNode category) => own.Contains(category.Id) || tree.Any(c => c.Parent == category.Id && IsFilled(c));
        return [.. tree.Where(IsFilled)];
    }
}
