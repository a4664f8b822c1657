using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One product, with who made it and where its price goes.</summary>
internal static class ProductPage
{
    internal sealed record Query(Actor Actor, string Slug) : IQuery<View?>, IForAnyone;

    /// <param name="Now">What it is and what of it can be had.</param>
    /// <param name="Photos">The cover first; may be empty.</param>
    /// <param name="OpensOn">When the cooperative opens again; null when it is open.</param>
    /// <param name="FeeBasisPoints">The market's fee today.</param>
    /// <param name="SeasonStarts">The month in which it is to be had again; null in season.</param>
    /// <param name="Beside">Other goods of the same cooperative.</param>
    /// <param name="Sent">What sending one piece of each size costs.</param>
    /// <param name="Shares">What becomes of the price of one piece of it, without the market's fee, as the cooperative shares it; empty where it has written no rule.</param>
    internal sealed record View(
        ProductNow Now, IReadOnlyList<PhotoView> Photos, DateOnly? OpensOn, int FeeBasisPoints, int? SeasonStarts, IReadOnlyList<Thing> Beside, IReadOnlyDictionary<VariantId, Delivery> Sent, IReadOnlyList<Share> Shares)
    {
        /// <summary>At another slug than asked where it moved.</summary>
        public Product Product => Now.Facts.Product;

        /// <inheritdoc cref="ProductFacts.Sizes"/>
        public IReadOnlyList<Variant> Sizes => Now.Facts.Sizes;

        /// <inheritdoc cref="ProductFacts.Cooperative"/>
        public Cooperative Cooperative => Now.Facts.Cooperative;

        /// <inheritdoc cref="ProductFacts.Maker"/>
        public Maker? Maker => Now.Facts.Maker;

        /// <inheritdoc cref="ProductFacts.Certificates"/>
        public IReadOnlyList<Seal> Certificates => Now.Facts.Certificates;

        /// <inheritdoc cref="ProductFacts.Stories"/>
        public IReadOnlyList<Story> Stories => Now.Facts.Stories;

        /// <inheritdoc cref="ProductFacts.Path"/>
        public IReadOnlyList<CategoryNode> Path => Now.Facts.Path;

        /// <inheritdoc cref="ProductNow.Ahead"/>
        public IReadOnlyDictionary<VariantId, AheadOffer> Ahead => Now.Ahead;

        /// <summary>The size that is chosen at first.</summary>
        public Variant Chosen { get; } = Choose(Now);

        /// <summary>What sending one piece of the chosen size costs.</summary>
        public Delivery Delivery => Sent[Chosen.Id];

        /// <summary>The stars that all its reviews gave.</summary>
        public required StarTally Stars { get; init; }

        /// <summary>The newest reviews, a handful of them.</summary>
        public required IReadOnlyList<ReviewLine> Reviews { get; init; }

        /// <summary>Whether it is food that may not go to the European Union, since it does not say what is in it.</summary>
        public bool IsUntoldFood => Path.All(c => c.IsFood) && !Contents.AreTold(Product.Ingredients, Product.AllergenBits);

        /// <summary>Under what a zone's name is to be found, as far as it may go there.</summary>
        public string ZoneKey(Zone zone) => $"storefront.zone.{zone}" + (zone == Zone.Europe && (Delivery.BarsUnion || IsUntoldFood) ? ".outside-eu" : "");

        /// <summary>Whether anything of it can be ordered now.</summary>
        public bool CanOrder => OpensOn is null && Sizes.Any(Has);

        /// <summary>Whether it would say nothing else of what is on sale now. How many can be ordered ahead is read each time.</summary>
        public bool IsStill(ProductNow now) => ReferenceEquals(Now.Facts, now.Facts) && Ahead.Count == 0 && now.Ahead.Count == 0 && Now.Left.IsSame(now.Left);

        /// <summary>Whether all its photos are made: one that is not will be in a moment, and nobody says so.</summary>
        public bool IsPictured => Photos.Concat(Reviews.SelectMany(r => r.Photos)).All(p => p.IsReady) && Beside.All(t => t.Photo is null or { IsReady: true });

        public Seller Seller => new(Cooperative.Id, Cooperative.Slug, Cooperative.Name, Cooperative.BandTurn);

        public bool Has(Variant size) => CanBeHad(Now, size) || Ahead.ContainsKey(size.Id);

        /// <summary>How many can be ordered of a size at once.</summary>
        public int Most(Variant size) => Math.Min(Product.MadeToOrderDays is not null ? Domain.Orders.Basket.MostOfOne : Ahead.TryGetValue(size.Id, out var ahead) ? ahead.Left : Left(size), Domain.Orders.Basket.MostOfOne);

        /// <summary>How many are offered to choose from: each up to a dozen, then a larger lot; never more than can be had of any size.</summary>
        public IEnumerable<int> Quantities => Enumerable.Range(1, 12).Append(20).TakeWhile(n => n <= Sizes.Where(Has).Max(Most));

        /// <summary>How many are on hand.</summary>
        public int Left(Variant size) => Now.Left.Of(size.Id);
    }

    /// <param name="Names">Members among the makers who agreed to be named.</param>
    /// <param name="Others">How many makers are not named.</param>
    internal sealed record Share(ShareKind Kind, Money Amount, IReadOnlyList<string> Names, int Others);

    private static bool CanBeHad(ProductNow now, Variant size) => now.Facts.Product.MadeToOrderDays is not null || now.Left.Of(size.Id) > 0;

    // The cheapest that can be had at once, else the cheapest that can be ordered ahead.
    private static Variant Choose(ProductNow now)
        => now.Facts.Sizes.OrderByDescending(s => CanBeHad(now, s)).ThenByDescending(s => now.Ahead.ContainsKey(s.Id)).ThenBy(s => s.Price.Minor).First();

    internal sealed class Handler(ProductReader products, FaceReader reader, Cards cards, PriceShares shares, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var faces = await reader.NowAsync(cancellationToken);
            if (await products.NowAsync(request.Slug, faces, cancellationToken) is not { } now)
                return null;
            var key = (request.Slug, Languages.Current);
            if (faces.Pages.Knows(key, out var known) && known.IsStill(now))
                return known;
            var view = await ViewAsync(now, faces, cancellationToken);
            if (view.IsPictured)
                faces.Pages.Keep(key, view);
            return view;
        }

        private async Task<View> ViewAsync(ProductNow now, Faces faces, CancellationToken cancellationToken)
        {
            var facts = now.Facts;
            var chosen = Choose(now);
            var (things, photos) = await cards.WithAsync(faces, facts.Beside, now.Left, [facts.Product.Id, .. facts.Reviews.Select(r => PhotoSubject.Of(r.Id))], cancellationToken);
            return new(
                now, photos[facts.Product.Id], (await reader.SellersAsync([facts.Cooperative.Id], cancellationToken))[facts.Cooperative.Id].OpensOn,
                faces.FeeBasisPoints, Seasons.StartsIn(facts.Product.SeasonBits, reader.Today.Month), things,
                facts.Sizes.ToDictionary(s => s.Id, s => Deliveries.Of(faces, facts.Cooperative, facts.Product, s, facts.Path, time.Now())),
                await shares.OfAsync(faces, chosen, now.Left.Of(chosen.Id), cancellationToken))
            {
                Stars = faces.Stars.GetValueOrDefault(facts.Product.Id, StarTally.None),
                Reviews = [.. facts.Reviews.Select(r => ReviewLine.Of(r, photos[r.Id]))],
            };
        }
    }
}
