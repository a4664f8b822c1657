using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Some of what the lists for other places tell: goods that can be ordered now and have a photo to be shown, in the order of their ids.</summary>
internal static class FeedGoods
{
    /// <summary>Products that are read at once.</summary>
    public const int AtOnce = 250;

    /// <param name="From">How many products come before those that are read.</param>
    internal sealed record Query(Actor Actor, int From) : IQuery<View>, IForAnyone;

    /// <param name="Goods">Those of these products that are told.</param>
    /// <param name="HasMore">Whether there may be others behind them.</param>
    internal sealed record View(IReadOnlyList<Good> Goods, bool HasMore);

    /// <param name="Sizes">Those that can be had; at least one.</param>
    /// <param name="Siblings">Whether it is offered in several sizes.</param>
    /// <param name="Photos">Ready ones, the cover first; at least one.</param>
    /// <param name="Path">Its categories, the top one first.</param>
    internal sealed record Good(
        ProductId Id, string Slug, LocalizedText Name, LocalizedText Line, LocalizedText Description, int? MadeToOrderDays, IReadOnlyList<Size> Sizes, bool Siblings,
        LocalizedText Seller, IReadOnlyList<PhotoView> Photos, IReadOnlyList<LocalizedText> Path);

    internal sealed record Size(VariantId Id, LocalizedText Name, Money Price, NetKind Kind, int Net, int Grams, int OnHand, string? Gtin)
    {
        /// <summary>The first day, from tomorrow on, on which it is sent where it is ordered ahead; null else.</summary>
        public DateOnly? Ahead { get; init; }
    }

    // Lists take no day that is over, and none beyond a year: https://support.google.com/merchants/answer/6324470
    private const int FarthestDays = 364;

    internal sealed class Handler(Goods goods, CategoryTree categories, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await goods.OnSale().OrderBy(p => p.Id).Skip(request.From).Take(AtOnce)
                .Select(p => new
                {
                    p.Id,
                    p.Slug,
                    p.Name,
                    p.Line,
                    p.Description,
                    p.Cooperative,
                    p.Category,
                    p.MadeToOrderDays,
                    Sizes = p.Variants.Where(v => v.IsOffered).OrderBy(v => v.Position)
                        .Select(v => new Size(v.Id, v.Name, v.Price, v.Kind, v.NetAmount, v.ParcelGrams, v.OnHand, v.Gtin)).ToList(),
                })
                .AsSplitQuery().ToListAsync(cancellationToken);
            var sellers = await goods.SellersAsync([.. rows.Select(r => r.Cooperative).Distinct()], cancellationToken);
            var photos = await goods.PhotosAsync([.. rows.Select(r => PhotoSubject.Of(r.Id))], cancellationToken);
            var tree = await categories.AllAsync(cancellationToken);
            var ids = rows.ConvertAll(r => r.Id);
            var tomorrow = VietnamDay.Of(time.Now()).AddDays(1);
            var ahead = (await goods.AheadToday().Where(a => ids.Contains(a.Product)).Select(a => new { a.Variant, a.From }).ToListAsync(cancellationToken))
                .Where(a => a.From <= tomorrow.AddDays(FarthestDays)).ToDictionary(a => a.Variant, a => (DateOnly?)(a.From > tomorrow ? a.From : tomorrow));
            var told = from r in rows
                       let seller = sellers[r.Cooperative]
                       where seller.OpensOn is null
                       let had = r.Sizes.Where(s => r.MadeToOrderDays is not null || s.OnHand > 0 || ahead.ContainsKey(s.Id))
                           .Select(s => r.MadeToOrderDays is null && s.OnHand == 0 ? s with { Ahead = ahead.GetValueOrDefault(s.Id) } : s).ToList()
                       let shown = photos[PhotoSubject.Of(r.Id)].Where(p => p.IsReady).ToList()
                       where had.Count > 0 && shown.Count > 0
                       select new Good(
                           r.Id, r.Slug, r.Name, r.Line, r.Description, r.MadeToOrderDays, had, r.Sizes.Count > 1, seller.Seller.Name, shown, [.. tree.LineOf(r.Category ?? default).Reverse().Select(c => c.Name)]);
            return new([.. told], rows.Count == AtOnce);
        }
    }
}
