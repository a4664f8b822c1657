using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Where a text stands; the order is that of the market's page about ranking.</summary>
internal enum FindablePlace
{
    Name,

    /// <summary>The maker and the cooperative.</summary>
    Who,

    /// <summary>Category, village, commune and other names.</summary>
    Place,

    /// <summary>Descriptions and stories.</summary>
    Text,
}

/// <summary>A text under which something is found, in one language.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">As readers see it.</param>
/// <param name="Language">Its code; names of people and places have that of the country.</param>
internal sealed record FindableText(FindablePlace Place, string Text, string Language = "vi");

/// <summary>What readers may find, of all areas: its texts in all languages.</summary>
internal sealed class Findables(MarketReads reads, Goods goods, CategoryTree categories)
{
    /// <summary>Texts of products on sale.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<FindableText>>> ProductsAsync(IReadOnlyCollection<ProductId> ids, CancellationToken cancellationToken)
    {
        var products = await goods.OnSale().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var sellerIds = products.Select(p => p.Cooperative).Distinct().ToList();
        var sellers = await reads.Of<Cooperative>().Where(c => sellerIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var makerIds = products.Select(p => p.Maker).OfType<MakerId>().Distinct().ToList();
        var makers = await reads.Of<Maker>().Where(m => makerIds.Contains(m.Id) && m.LeftAt == null).ToDictionaryAsync(m => m.Id, cancellationToken);
        var tree = (await categories.AllAsync(cancellationToken)).ToDictionary(c => c.Id);
        var stories = (await LiveStories().Where(s => s.Products.Any(p => ids.Contains(p.Product))).ToListAsync(cancellationToken))
            .SelectMany(s => s.Products.Select(p => (p.Product, Story: s))).ToLookup(s => s.Product, s => s.Story);
        return products.ToDictionary(p => p.Id.Value, p =>
        {
            var seller = sellers[p.Cooperative];
            var maker = p.Maker is { } id ? makers.GetValueOrDefault(id) : null;
            List<FindableText> texts = [.. In(FindablePlace.Name, p.Name), .. In(FindablePlace.Who, seller.Name)];
            if (maker is not null)
                texts.AddRange([new(FindablePlace.Who, maker.Name), new(FindablePlace.Text, maker.Village)]);
            for (var at = p.Category; at is { } category && tree.TryGetValue(category, out var node); at = node.Parent)
                texts.AddRange(In(FindablePlace.Place, node.Name));
            texts.AddRange([new(FindablePlace.Place, p.Village), new(FindablePlace.Place, Places.FindCommune(p.CommuneCode)?.Name ?? ""), .. In(FindablePlace.Place, p.OtherNames)]);
            texts.AddRange([.. In(FindablePlace.Text, p.Line), .. In(FindablePlace.Text, p.Description), .. In(FindablePlace.Text, p.Use), .. In(FindablePlace.Text, p.Ingredients)]);
            texts.AddRange(stories[p.Id].SelectMany(s => In(FindablePlace.Text, s.Title).Concat(In(FindablePlace.Text, s.Lead)).Concat(Told(s))));
            return (IReadOnlyList<FindableText>)texts;
        });
    }

    /// <summary>Texts of approved cooperatives, their makers among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<FindableText>>> CooperativesAsync(IReadOnlyCollection<CooperativeId> ids, CancellationToken cancellationToken)
    {
        var cooperatives = await reads.Of<Cooperative>().Where(c => ids.Contains(c.Id) && c.State == SellerState.Approved).ToListAsync(cancellationToken);
        var makers = (await reads.Of<Maker>().Where(m => ids.Contains(m.Cooperative) && m.LeftAt == null).ToListAsync(cancellationToken)).ToLookup(m => m.Cooperative);
        return cooperatives.ToDictionary(c => c.Id.Value, c => (IReadOnlyList<FindableText>)
        [
            .. In(FindablePlace.Name, c.Name), new(FindablePlace.Place, c.Village), new(FindablePlace.Place, c.Commune),
            .. makers[c.Id].Select(m => new FindableText(FindablePlace.Who, m.Name)), .. In(FindablePlace.Text, c.Line), .. In(FindablePlace.Text, c.About),
        ]);
    }

    /// <summary>Texts of live stories.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<FindableText>>> StoriesAsync(IReadOnlyCollection<StoryId> ids, CancellationToken cancellationToken)
        => (await LiveStories().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken)).ToDictionary(s => s.Id.Value, s => (IReadOnlyList<FindableText>)
        [
            .. In(FindablePlace.Name, s.Title), .. In(FindablePlace.Text, s.Lead), .. Told(s),
        ]);

    /// <summary>All products of a cooperative, on sale or not.</summary>
    public async Task<IReadOnlyList<ProductId>> ProductsOfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => await reads.Of<Product>().Where(p => p.Cooperative == cooperative).Select(p => p.Id).ToListAsync(cancellationToken);

    /// <summary>All products in a category and in those below it, on sale or not.</summary>
    public async Task<IReadOnlyList<ProductId>> ProductsInAsync(CategoryId category, CancellationToken cancellationToken)
    {
        var branch = (await categories.BranchAsync(category, cancellationToken)).Select(c => (CategoryId?)c.Id).ToList();
        return await reads.Of<Product>().Where(p => branch.Contains(p.Category)).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    /// <summary>All products that a story is about.</summary>
    public async Task<IReadOnlyList<ProductId>> ProductsOfAsync(StoryId story, CancellationToken cancellationToken)
        => await reads.Of<Story>().Where(s => s.Id == story).SelectMany(s => s.Products).Select(p => p.Product).ToListAsync(cancellationToken);

    /// <summary>All that could be found.</summary>
    public async Task<(IReadOnlyList<ProductId> Products, IReadOnlyList<CooperativeId> Cooperatives, IReadOnlyList<StoryId> Stories)> AllAsync(CancellationToken cancellationToken) => (
        await goods.OnSale().Select(p => p.Id).ToListAsync(cancellationToken),
        await reads.Of<Cooperative>().Where(c => c.State == SellerState.Approved).Select(c => c.Id).ToListAsync(cancellationToken),
        await LiveStories().Select(s => s.Id).ToListAsync(cancellationToken));

    private IQueryable<Story> LiveStories()
        => reads.Of<Story>().Where(s => s.State == StoryState.Live && reads.Of<Cooperative>().Any(c => c.Id == s.Cooperative && c.State == SellerState.Approved));

    // Where its photos and goods stand is not what it tells.
    private static IEnumerable<FindableText> Told(Story story) => story.Body.All.Select(t => new FindableText(FindablePlace.Text, StoryBlocks.Readable(t.Value), t.Key));

    private static IEnumerable<FindableText> In(FindablePlace place, LocalizedText text) => text.All.Select(t => new FindableText(place, t.Value, t.Key));
}
