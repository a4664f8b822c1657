using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>What readers may see on the shelves: live products of approved cooperatives.</summary>
internal sealed class Goods(MarketReads reads, TimeProvider time)
{
    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Show.Day(time.Now());

    public IQueryable<Product> OnSale()
        => reads.Of<Product>().Where(p => p.State == ProductState.Live && reads.Of<Cooperative>().Any(c => c.Id == p.Cooperative && c.State == SellerState.Approved));

    /// <summary>
    /// The market's own order, as its page about ranking promises: what can be had at once before what can be ordered ahead, that
    /// before what can't be had, in season before out of season, newer before older, then by id.
    /// </summary>
    public IOrderedQueryable<Product> InOrder(IQueryable<Product> products)
    {
        var (today, month, ahead) = (Today, 1 << (Today.Month - 1), AheadToday());
        return products
            .OrderByDescending(p => reads.Of<Closure>().Any(c => c.Cooperative == p.Cooperative && c.From <= today && c.To >= today) ? 0
                : p.MadeToOrderDays != null || p.Variants.Any(v => v.IsOffered && v.OnHand > 0) ? 2
                : ahead.Any(a => a.Product == p.Id && p.Variants.Any(v => v.Id == a.Variant && v.IsOffered)) ? 1 : 0)
            .ThenByDescending(p => p.SeasonBits == 0 || (p.SeasonBits & month) != 0)
            .ThenByDescending(p => p.FirstLiveAt)
            .ThenBy(p => p.Id);
    }

    /// <summary>What can be ordered ahead today, whether its product is on sale or not.</summary>
    public IQueryable<AheadSale> AheadToday() => reads.Of<AheadSale>().TakingOrders(Today);

    /// <summary>Cards of products, in the order of the ids; those no longer on sale are left out.</summary>
    public async Task<IReadOnlyList<Thing>> CardsAsync(IReadOnlyList<ProductId> ids, CancellationToken cancellationToken)
    {
        var rows = await OnSale().Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Slug,
                p.Name,
                p.Line,
                p.Cooperative,
                p.Village,
                p.MadeToOrderDays,
                p.SeasonBits,
                p.FirstLiveAt,
                Sizes = p.Variants.Where(v => v.IsOffered).Select(v => new { v.Id, v.Name, v.Price, v.OnHand, v.Kind, v.NetAmount }).ToList(),
            })
            .AsSplitQuery().ToListAsync(cancellationToken);
        var sellers = await SellersAsync([.. rows.Select(r => r.Cooperative).Distinct()], cancellationToken);
        var photos = await CoversAsync(PhotoSubjectKind.Product, [.. rows.Select(r => r.Id.Value)], cancellationToken);
        var ahead = await AheadToday().Where(a => ids.Contains(a.Product)).ToDictionaryAsync(a => a.Variant, a => a.Terms.Window, cancellationToken);
        var cards = rows.Where(r => r.Sizes.Count > 0).ToDictionary(r => r.Id, r =>
        {
            var (seller, opens) = sellers[r.Cooperative];
            var size = r.Sizes.OrderByDescending(s => r.MadeToOrderDays is not null || s.OnHand > 0).ThenByDescending(s => ahead.ContainsKey(s.Id)).ThenBy(s => s.Price.Minor).First();
            return new Thing(
                r.Id, r.Slug, r.Name, r.Line, seller, r.Village, size.Price, size.Name,
                size.Kind != NetKind.Piece && size.NetAmount != UnitPrice.BaseOf(size.Kind) ? UnitPrice.Of(size.Price.Minor, size.NetAmount, size.Kind) : null,
                r.Sizes.Any(s => s.Price.Minor > size.Price.Minor), photos.GetValueOrDefault(r.Id.Value),
                opens is null && (r.MadeToOrderDays is not null || size.OnHand > 0), opens, Seasons.StartsIn(r.SeasonBits, Today.Month), r.FirstLiveAt ?? default)
            {
                Ahead = opens is null && r.MadeToOrderDays is null && size.OnHand == 0 && ahead.TryGetValue(size.Id, out var window) ? window : null,
            };
        });
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    /// <summary>Those of all categories that lead to goods on sale, their own or of one below; a reader isn't sent to an empty shelf.</summary>
    public async Task<IReadOnlyList<CategoryNode>> FilledAsync(IReadOnlyList<CategoryNode> tree, CancellationToken cancellationToken)
    {
        var own = (await OnSale().Select(p => p.Category).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        bool IsFilled(CategoryNode category) => own.Contains(category.Id) || tree.Any(c => c.Parent == category.Id && IsFilled(c));
        return [.. tree.Where(IsFilled)];
    }

    /// <summary>Sellers by id, each with the day it opens again where it is closed today.</summary>
    public async Task<IReadOnlyDictionary<CooperativeId, (Seller Seller, DateOnly? OpensOn)>> SellersAsync(
        IReadOnlyCollection<CooperativeId> ids, CancellationToken cancellationToken)
    {
        var today = Today;
        var closures = (await reads.Of<Closure>().Where(c => ids.Contains(c.Cooperative) && c.To >= today).ToListAsync(cancellationToken))
            .ToLookup(c => c.Cooperative, c => (c.From, c.To));
        var sellers = await reads.Of<Cooperative>().Where(c => ids.Contains(c.Id)).Select(c => new Seller(c.Id, c.Slug, c.Name, c.BandTurn)).ToListAsync(cancellationToken);
        return sellers.ToDictionary(s => s.Id, s => (s, Closure.ClosedUntil(closures[s.Id], today)?.AddDays(1)));
    }

    /// <summary>The first photo of each thing that has one.</summary>
    public async Task<IReadOnlyDictionary<Guid, PhotoView>> CoversAsync(PhotoSubjectKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        => (await PhotosAsync(kind, ids, cancellationToken)).ToDictionary(g => g.Key, g => g.First());

    /// <summary>All photos of things, the cover first.</summary>
    public async Task<ILookup<Guid, PhotoView>> PhotosAsync(PhotoSubjectKind kind, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        => (await reads.Of<Photo>().Where(p => p.SubjectKind == kind && ids.Contains(p.SubjectId) && p.RemovedAt == null)
            .OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken)).ToLookup(p => p.SubjectId, PhotoView.Of);
}
