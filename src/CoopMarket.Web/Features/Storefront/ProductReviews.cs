using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All reviews of one product, the newest first.</summary>
internal static class ProductReviews
{
    internal const int Size = 10;

    /// <param name="Page">From 1; past the end it is the last.</param>
    internal sealed record Query(Actor Actor, string Slug, int Page) : IQuery<View?>, IForAnyone;

    /// <param name="Slug">The product's own; another than asked where it moved.</param>
    internal sealed record View(string Slug, LocalizedText Name, StarTally Stars, IReadOnlyList<ReviewLine> Lines, int Page, int Pages);

    internal sealed class Handler(MarketReads reads, Goods goods, FaceReader reader) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var moved = reads.Of<ProductAddress>().Where(a => a.Slug == request.Slug).Select(a => a.Product);
            if (await goods.OnSale().Where(p => p.Slug == request.Slug || p.Id == moved.FirstOrDefault()).Select(p => new { p.Id, p.Slug, p.Name }).FirstOrDefaultAsync(cancellationToken) is not { } product)
                return null;
            var stars = (await reader.NowAsync(cancellationToken)).Stars.GetValueOrDefault(product.Id, StarTally.None);
            var pages = Math.Max(1, (stars.Count + Size - 1) / Size);
            var page = Math.Clamp(request.Page, 1, pages);
            var reviews = stars.Count == 0 ? [] : await ReviewLine.Newest(reads, product.Id).Skip((page - 1) * Size).Take(Size).ToListAsync(cancellationToken);
            var photos = await goods.PhotosAsync([.. reviews.Select(r => PhotoSubject.Of(r.Id))], cancellationToken);
            return new(product.Slug, product.Name, stars, [.. reviews.Select(r => ReviewLine.Of(r, photos[r.Id]))], page, pages);
        }
    }
}
