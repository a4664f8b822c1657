using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One product, with who made it and where its price goes.</summary>
internal static class ProductPage
{
    private const int MostBeside = 4;
    private const int MostReviews = 3;

    internal sealed record Query(Actor Actor, string Slug) : IQuery<View?>, IForAnyone;

    /// <param name="Product">Live, with its sizes and certificates; at another slug than asked where it moved.</param>
    /// <param name="Sizes">What is offered, in the cooperative's order; at least one.</param>
    /// <param name="Photos">The cover first; may be empty.</param>
    /// <param name="Cooperative">Whose it is.</param>
    /// <param name="OpensOn">When the cooperative opens again; null when it is open.</param>
    /// <param name="Maker">Null where all make it.</param>
    /// <param name="Certificates">Those valid today.</param>
    /// <param name="Stories">Live ones about it, the newest first, with their covers.</param>
    /// <param name="Path">Its categories, the top one first.</param>
    /// <param name="FeeBasisPoints">The market's fee today.</param>
    /// <param name="SeasonStarts">The month in which it is to be had again; null in season.</param>
    /// <param name="Beside">Other goods of the same cooperative.</param>
    /// <param name="Delivery">What sending one piece of the chosen size costs.</param>
    /// <param name="Shares">What becomes of the price of one piece of it, without the market's fee, as the cooperative shares it; empty where it has written no rule.</param>
    internal sealed record View(
        Product Product, IReadOnlyList<Variant> Sizes, IReadOnlyList<PhotoView> Photos, Cooperative Cooperative, DateOnly? OpensOn, Maker? Maker,
        IReadOnlyList<Certificate> Certificates, IReadOnlyList<Story> Stories, IReadOnlyList<CategoryNode> Path, int FeeBasisPoints, int? SeasonStarts,
        IReadOnlyList<Thing> Beside, Delivery Delivery, IReadOnlyList<Share> Shares)
    {
        /// <summary>What can be ordered ahead of the sizes of which none is on hand.</summary>
        public required IReadOnlyDictionary<VariantId, AheadOffer> Ahead { get; init; }

        /// <summary>The stars that all its reviews gave.</summary>
        public required StarTally Stars { get; init; }

        /// <summary>The newest reviews, a handful of them.</summary>
        public required IReadOnlyList<ReviewLine> Reviews { get; init; }

        /// <summary>The size that is chosen at first: the cheapest that can be had at once, else the cheapest that can be ordered ahead.</summary>
        public Variant Chosen => Choose(Product, Sizes, Ahead);

        /// <summary>Whether anything of it can be ordered now.</summary>
        public bool CanOrder => OpensOn is null && Sizes.Any(Has);

        public Seller Seller => new(Cooperative.Id, Cooperative.Slug, Cooperative.Name, Cooperative.BandTurn);

        public bool Has(Variant size) => CanBeHad(Product, size) || Ahead.ContainsKey(size.Id);
    }

    /// <param name="Names">Members among the makers who agreed to be named.</param>
    /// <param name="Others">How many makers are not named.</param>
    internal sealed record Share(ShareKind Kind, Money Amount, IReadOnlyList<string> Names, int Others);

    private static bool CanBeHad(Product product, Variant size) => product.MadeToOrderDays is not null || size.OnHand > 0;

    private static Variant Choose(Product product, IReadOnlyList<Variant> sizes, IReadOnlyDictionary<VariantId, AheadOffer> ahead)
        => sizes.OrderByDescending(s => CanBeHad(product, s)).ThenByDescending(s => ahead.ContainsKey(s.Id)).ThenBy(s => s.Price.Minor).First();

    internal sealed class Handler(MarketReads reads, Goods goods, FaceReader reader, Cards cards, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var moved = reads.Of<ProductAddress>().Where(a => a.Slug == request.Slug).Select(a => a.Product);
            var read = await (
                from p in goods.OnSale().Where(p => p.Slug == request.Slug || p.Id == moved.FirstOrDefault()).Include(p => p.Variants).Include(p => p.Certificates)
                join c in reads.Of<Cooperative>() on p.Cooperative equals c.Id
                join m in reads.Of<Maker>().Where(m => m.LeftAt == null) on p.Maker equals (MakerId?)m.Id into makers
                from who in makers.DefaultIfEmpty()
                select new { Product = p, Cooperative = c, Maker = who, Ahead = goods.AheadToday().Where(a => a.Product == p.Id).ToList() }).AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
            if (read is not { Product: var product, Cooperative: var cooperative, Maker: var maker })
                return null;
            List<Variant> sizes = [.. product.Variants.Where(v => v.IsOffered).OrderBy(v => v.Position)];
            if (sizes.Count == 0)
                return null;

            var gone = sizes.Where(s => !CanBeHad(product, s)).Select(s => s.Id).ToList();
            var faces = await reader.NowAsync(cancellationToken);
            var ahead = read.Ahead.Where(a => gone.Contains(a.Variant)).ToDictionary(a => a.Variant, a => new AheadOffer(a.Id, a.Terms, a.Count.Left));
            var chosen = Choose(product, sizes, ahead);
            var (stories, reviews) = await SaidAsync(product.Id, faces.Told.Contains(product.Id), faces.Stars.ContainsKey(product.Id), cancellationToken);
            var beside = faces.All.Where(f => f.Cooperative == product.Cooperative && f.Id != product.Id).Take(MostBeside).Select(f => f.Id).ToList();
            var (things, photos) = await cards.WithAsync(beside, [product.Id, .. reviews.Select(r => PhotoSubject.Of(r.Id))], cancellationToken);
            var path = faces.Tree.LineOf(product.Category ?? default).Reverse().ToList();
            return new(
                product, sizes,
                [.. photos[product.Id]], cooperative, (await reader.SellersAsync([cooperative.Id], cancellationToken))[cooperative.Id].OpensOn, maker,
                [.. product.Certificates.Where(c => c.IsValidOn(goods.Today)).OrderBy(c => c.Id.Value)],
                stories, path,
                faces.FeeBasisPoints, Seasons.StartsIn(product.SeasonBits, goods.Today.Month),
                things, Deliveries.Of(faces, cooperative, product, chosen, path, time.Now()),
                faces.Shared.Contains(product.Id) ? await SharesAsync(product.Id, chosen, faces.FeeBasisPoints, cancellationToken) : [])
            {
                Ahead = ahead,
                Stars = faces.Stars.GetValueOrDefault(product.Id, StarTally.None),
                Reviews = [.. reviews.Select(r => ReviewLine.Of(r, photos[r.Id]))],
            };
        }

        // What is told of it and what buyers say, asked for at once where there is both.
        private async Task<(IReadOnlyList<Story> Stories, IReadOnlyList<Review> Reviews)> SaidAsync(ProductId product, bool isTold, bool isReviewed, CancellationToken cancellationToken)
        {
            var stories = reads.Of<Story>().IgnoreAutoIncludes().Where(s => s.State == StoryState.Live && s.Products.Any(p => p.Product == product)).OrderByDescending(s => s.LiveAt).ThenBy(s => s.Id).Take(2);
            var reviews = ReviewLine.Newest(reads, product).Take(MostReviews);
            if (!isTold || !isReviewed)
                return (isTold ? await stories.ToListAsync(cancellationToken) : [], isReviewed ? await reviews.ToListAsync(cancellationToken) : []);
            var both = await (from s in stories join r in reviews on product equals r.Product into said from r in said.DefaultIfEmpty() select new { Story = s, Review = (Review?)r }).ToListAsync(cancellationToken);
            return ([.. both.Select(b => b.Story).DistinctBy(s => s.Id).OrderByDescending(s => s.LiveAt)], [.. both.Select(b => b.Review).OfType<Review>().DistinctBy(r => r.Id).OrderByDescending(r => r.WrittenAt)]);
        }

        // By the rule and the arithmetic by which a sale's shares are frozen.
        private async Task<IReadOnlyList<Share>> SharesAsync(ProductId product, Variant size, int feeBasisPoints, CancellationToken cancellationToken)
        {
            var (variant, price, today) = (size.Id, size.Price, goods.Today);
            // Of which lot the next piece is served.
            var next = reads.Of<LotStock>().Where(s => s.Variant == variant && s.Pieces > 0).Join(reads.Of<Lot>().Where(l => l.BestBefore == null || l.BestBefore >= today), s => s.Lot, l => l.Id, (s, l) => l)
                .OrderBy(l => l.BestBefore == null).ThenBy(l => l.BestBefore).ThenBy(l => l.MadeOn).ThenBy(l => l.Id).Select(l => (LotId?)l.Id);
            var rows = await (
                from share in reads.Of<Sharing>().Where(s => s.Product == product && (s.Lot == null || s.Lot == next.FirstOrDefault()))
                    .OrderByDescending(s => s.Lot != null).ThenByDescending(s => s.From).Take(1).SelectMany(s => s.Shares)
                join p in reads.Of<Producer>().Where(p => p.MayBeNamed) on share.Member equals (ProducerId?)p.Id into members
                from member in members.DefaultIfEmpty()
                select new { Share = share, Name = (string?)member.Name, AddedAt = (DateTimeOffset?)member.AddedAt }).ToListAsync(cancellationToken);
            var terms = rows.OrderBy(r => r.Share.Number).Select(r => r.Share.Term).ToList();
            var named = rows.Where(r => r.Name is not null).OrderBy(r => r.AddedAt).Select(r => r.Name!).ToList();
            var unnamed = terms.Count(t => t.Member is not null) - named.Count;
            return
            [
                .. terms.Zip(IncomeShares.Split(terms, price - price.BasisPoints(feeBasisPoints), 1), (t, s) => (t.Kind, Amount: s)).GroupBy(s => s.Kind)
                    .Select(g => new Share(g.Key, Money.Sum(g.Select(s => s.Amount)), g.Key == ShareKind.Member ? named : [], g.Key == ShareKind.Member ? unnamed : 0))
                    .Where(s => !s.Amount.IsZero).OrderBy(s => s.Kind != ShareKind.Member).ThenBy(s => s.Kind != ShareKind.Fund),
            ];
        }
    }
}
