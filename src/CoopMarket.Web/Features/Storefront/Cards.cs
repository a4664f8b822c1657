using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Goods as cards show them: what they cost and how many are left is asked for, whose they are is known.</summary>
internal sealed class Cards(Goods goods, FaceReader reader)
{
    /// <summary>Cards of products, in the order of the ids; those no longer on sale are left out.</summary>
    public async Task<IReadOnlyList<Thing>> OfAsync(IReadOnlyList<ProductId> ids, CancellationToken cancellationToken)
        => ids.Count == 0 ? [] : (await WithAsync(ids, [], cancellationToken)).Things;

    /// <summary>The same, with the photos of what stands on the same page, all asked for at once.</summary>
    public async Task<(IReadOnlyList<Thing> Things, ILookup<PhotoSubject, PhotoView> Photos)> WithAsync(
        IReadOnlyList<ProductId> ids, IEnumerable<PhotoSubject> beside, CancellationToken cancellationToken)
    {
        var rows = ids.Count == 0 ? [] : await goods.OnSale().Where(p => ids.Contains(p.Id))
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
            .AsSingleQuery().ToListAsync(cancellationToken);
        var photos = await goods.PhotosAsync([.. rows.Select(r => PhotoSubject.Of(r.Id)), .. beside], cancellationToken);
        var (sellers, faces) = (await reader.SellersAsync([.. rows.Select(r => r.Cooperative).Distinct()], cancellationToken), await reader.NowAsync(cancellationToken));
        var ahead = faces.Ahead;
        var cards = rows.Where(r => r.Sizes.Count > 0).ToDictionary(r => r.Id, r =>
        {
            var (seller, opens) = sellers[r.Cooperative];
            var size = r.Sizes.OrderByDescending(s => r.MadeToOrderDays is not null || s.OnHand > 0).ThenByDescending(s => ahead.ContainsKey(s.Id)).ThenBy(s => s.Price.Minor).First();
            return new Thing(
                r.Id, r.Slug, r.Name, r.Line, seller, r.Village, size.Price, size.Name,
                size.Kind != NetKind.Piece && size.NetAmount != UnitPrice.BaseOf(size.Kind) ? UnitPrice.Of(size.Price.Minor, size.NetAmount, size.Kind) : null,
                r.Sizes.Any(s => s.Price.Minor > size.Price.Minor), photos[r.Id].FirstOrDefault(),
                opens is null && (r.MadeToOrderDays is not null || size.OnHand > 0), opens, Seasons.StartsIn(r.SeasonBits, goods.Today.Month), r.FirstLiveAt ?? default)
            {
                Ahead = opens is null && r.MadeToOrderDays is null && size.OnHand == 0 && ahead.TryGetValue(size.Id, out var window) ? window : null,
                Stars = faces.Stars.GetValueOrDefault(r.Id) is { AverageTenths: { } average } stars ? (average, stars.Count) : null,
            };
        });
        return ([.. ids.Where(cards.ContainsKey).Select(id => cards[id])], photos);
    }
}
