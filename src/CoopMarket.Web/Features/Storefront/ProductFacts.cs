using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What the page of a product says that doesn't change from one moment to the next. How many are left is no part of it.</summary>
/// <param name="Product">Live when it was read.</param>
/// <param name="Sizes">What is offered, in the cooperative's order; at least one.</param>
/// <param name="Cooperative">Whose it is.</param>
/// <param name="Maker">Null where all make it.</param>
/// <param name="Certificates">Those that buyers may see today.</param>
/// <param name="Stories">Live ones about it, the newest first.</param>
/// <param name="Reviews">A handful of them: those with words first, the newest first.</param>
/// <param name="Path">Its categories, the top one first.</param>
/// <param name="Beside">Other goods of the same cooperative.</param>
/// <param name="ShortCode">Of its short address; null until it has one.</param>
internal sealed record ProductFacts(
    Product Product, IReadOnlyList<Variant> Sizes, Cooperative Cooperative, Maker? Maker, IReadOnlyList<Seal> Certificates, IReadOnlyList<Story> Stories,
    IReadOnlyList<Review> Reviews, IReadOnlyList<CategoryNode> Path, IReadOnlyList<ProductId> Beside, string? ShortCode);

/// <summary>A product's facts and what of it can be had at this moment.</summary>
/// <param name="Left">How many there are of its sizes; of the goods beside it too, where they are known.</param>
/// <param name="Ahead">What can be ordered ahead of its sizes of which none is left.</param>
internal sealed record ProductNow(ProductFacts Facts, Left Left, IReadOnlyDictionary<VariantId, AheadOffer> Ahead);

/// <summary>Reads what a product's page says; of what is known already it only asks what is left.</summary>
internal sealed class ProductReader(MarketReads reads, Goods goods)
{
    private const int MostBeside = 4;
    private const int MostStories = 2;
    private const int MostReviews = 3;

    /// <summary>Null where nothing is on sale at this address.</summary>
    /// <param name="slug">Its own or one that it had.</param>
    /// <param name="faces">What is known.</param>
    public async Task<ProductNow?> NowAsync(string slug, Faces faces, CancellationToken cancellationToken)
    {
        if (!faces.Products.Knows(slug, out var facts))
            return await ReadAsync(slug, faces, cancellationToken);
        var left = await goods.LeftAsync([facts.Product.Id, .. Cards.AreKnown(faces, facts.Beside) ? facts.Beside : []], cancellationToken);
        if (!left.Fits(facts.Product.Id, facts.Sizes.Select(s => (s.Id, s.Price))))
            return await ReadAsync(slug, faces, cancellationToken);
        var mayBeAhead = facts.Product.MadeToOrderDays is null && facts.Sizes.Any(s => left.Of(s.Id) == 0 && faces.Ahead.ContainsKey(s.Id));
        return new(facts, left, mayBeAhead ? Ahead(facts, left, await AheadOf(facts.Product.Id).ToListAsync(cancellationToken)) : new Dictionary<VariantId, AheadOffer>());
    }

    private async Task<ProductNow?> ReadAsync(string slug, Faces faces, CancellationToken cancellationToken)
    {
        var moved = reads.Of<ProductAddress>().Where(a => a.Slug == slug).Select(a => a.Product);
        var read = await (
            from p in goods.OnSale().Where(p => p.Slug == slug || p.Id == moved.FirstOrDefault()).Include(p => p.Variants)
            join c in reads.Of<Cooperative>() on p.Cooperative equals c.Id
            join m in reads.Of<Maker>().Where(m => m.LeftAt == null) on p.Maker equals (MakerId?)m.Id into makers
            from who in makers.DefaultIfEmpty()
            select new
            {
                Product = p,
                Cooperative = c,
                Maker = who,
                Ahead = goods.AheadToday().Where(a => a.Product == p.Id).ToList(),
                ShortCode = reads.Of<ShortLink>().Where(l => l.Product == p.Id).Select(l => l.Code).FirstOrDefault(),
            }).AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
        if (read is not { Product: var product })
            return null;
        List<Variant> sizes = [.. product.Variants.Where(v => v.IsOffered).OrderBy(v => v.Position)];
        if (sizes.Count == 0)
            return null;

        var (stories, reviews) = await SaidAsync(product.Id, faces.Told.Contains(product.Id), faces.Stars.ContainsKey(product.Id), cancellationToken);
        ProductFacts facts = new(
            product, sizes, read.Cooperative, read.Maker, [.. faces.Seals.Where(s => s.Products.Contains(product.Id))],
            stories, reviews,
            [.. faces.Tree.LineOf(product.Category ?? default).Reverse()],
            [.. faces.All.Where(f => f.Cooperative == product.Cooperative && f.Id != product.Id).Take(MostBeside).Select(f => f.Id)], read.ShortCode);
        // An address that leads on is asked for each time: browsers remember for long where they were sent.
        if (product.Slug == slug)
            faces.Products.Keep(slug, facts);
        Left left = new([product.Id], [.. sizes.Select(s => new SizeLeft(product.Id, s.Id, s.Price, s.OnHand))]);
        return new(facts, left, Ahead(facts, left, read.Ahead));
    }

    // What is told of it and what buyers say, asked for at once where there is both.
    private async Task<(IReadOnlyList<Story> Stories, IReadOnlyList<Review> Reviews)> SaidAsync(ProductId product, bool isTold, bool isReviewed, CancellationToken cancellationToken)
    {
        var stories = reads.Of<Story>().IgnoreAutoIncludes().Where(s => s.State == StoryState.Live && s.Products.Any(p => p.Product == product))
            .OrderByDescending(s => s.LiveAt).ThenBy(s => s.Id).Take(MostStories);
        var reviews = ReviewLine.Telling(reads, product).Take(MostReviews);
        if (!isTold || !isReviewed)
            return (isTold ? await stories.ToListAsync(cancellationToken) : [], isReviewed ? await reviews.ToListAsync(cancellationToken) : []);
        var both = await (from s in stories join r in reviews on product equals r.Product into said from r in said.DefaultIfEmpty() select new { Story = s, Review = (Review?)r }).ToListAsync(cancellationToken);
        return (
            [.. both.Select(b => b.Story).DistinctBy(s => s.Id).OrderByDescending(s => s.LiveAt)],
            [.. both.Select(b => b.Review).OfType<Review>().DistinctBy(r => r.Id).OrderByDescending(r => r.Words.Length > 0).ThenByDescending(r => r.WrittenAt)]);
    }

    private IQueryable<AheadSale> AheadOf(ProductId product) => goods.AheadToday().Where(a => a.Product == product);

    private static Dictionary<VariantId, AheadOffer> Ahead(ProductFacts facts, Left left, IReadOnlyList<AheadSale> sales)
        => facts.Product.MadeToOrderDays is not null ? [] : sales.Where(a => left.Of(a.Variant) == 0).ToDictionary(a => a.Variant, a => new AheadOffer(a.Id, a.Terms, a.Count.Left));
}
