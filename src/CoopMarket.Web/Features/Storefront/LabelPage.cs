using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What stands behind the code on a label: one lot, who made it, and what it is. It answers for as long as the lot is known, on sale or not.</summary>
internal static class LabelPage
{
    private const int MostStories = 2;

    /// <param name="Code">As it was read or typed.</param>
    internal sealed record Query(Actor Actor, string Code) : IQuery<View?>, IForAnyone;

    /// <param name="Lot">The lot.</param>
    /// <param name="Product">With its sizes, in whatever state.</param>
    /// <param name="Cooperative">Whose it is.</param>
    /// <param name="Maker">Who made the lot, of those who agreed to be named; else who makes the product; null where all do.</param>
    /// <param name="Photo">The product's cover; null where there is none, or where its words are not to be told.</param>
    /// <param name="Stories">Live ones about the product, the newest first, each with a voice of it that readers may hear; null where there is none.</param>
    /// <param name="Certificates">Those of the product that apply to the lot that buyers may see today.</param>
    /// <param name="From">The cheapest size that can be bought again; null where it is not on sale.</param>
    internal sealed record View(
        Lot Lot, Product Product, Cooperative Cooperative, Maker? Maker, PhotoView? Photo, IReadOnlyList<(Story Story, Voice? Voice)> Stories, IReadOnlyList<Seal> Certificates, Variant? From)
    {
        /// <summary>
        /// Whether what the cooperative says of the product may be told: it was on sale once, and no admin has taken it off or asked
        /// for changes since.
        /// </summary>
        public bool IsTold => MayBeTold(Product);

        public Seller Seller => new(Cooperative.Id, Cooperative.Slug, Cooperative.Name, Cooperative.BandTurn);
    }

    /// <summary>Whether what is said of a product may be told on its labels' pages, whether it is on sale or not.</summary>
    internal static bool MayBeTold(Product product) => product is { FirstLiveAt: not null, NeedsLook: false };

    internal sealed class Handler(MarketReads reads, Goods goods, Hearing hearing) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!PublicCode.TryParse(query.Code, out var parsed))
                return null;
            var code = parsed.Value;
            var read = await (
                from l in reads.Of<Lot>().Where(l => l.Code == code)
                join p in reads.Of<Product>().Include(p => p.Variants) on l.Product equals p.Id
                join c in reads.Of<Cooperative>() on p.Cooperative equals c.Id
                join m in reads.Of<Maker>().Where(m => m.LeftAt == null) on l.Maker ?? p.Maker equals (MakerId?)m.Id into makers
                from maker in makers.DefaultIfEmpty()
                select new { Lot = l, Product = p, Cooperative = c, Maker = maker }).AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
            if (read is not { Lot: var lot, Product: var product, Cooperative: var cooperative })
                return null;
            var isTold = MayBeTold(product);
            var isOnSale = product.State == ProductState.Live && cooperative.State == SellerState.Approved;
            var stories = isTold && cooperative.State == SellerState.Approved ? await hearing.AboutAsync(product.Id, MostStories, cancellationToken) : [];
            return new(
                lot, product, cooperative, read.Maker, isTold ? (await goods.PhotosAsync([PhotoSubject.Of(product.Id)], cancellationToken))[product.Id].FirstOrDefault() : null, stories,
                isTold && lot.Papers.Count > 0 ? [.. (await goods.SealsAsync(product.Id, cancellationToken)).Where(c => lot.Papers.Any(p => p.Number == c.Number))] : [],
                isOnSale ? product.Variants.Where(v => v.IsOffered).OrderBy(v => v.Price.Minor).FirstOrDefault() : null);
        }
    }
}
