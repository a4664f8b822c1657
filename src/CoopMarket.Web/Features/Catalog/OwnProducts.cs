using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>All products of a cooperative: what runs out first, then what is on sale, waits, is being written, was taken off.</summary>
internal static class OwnProducts
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<IReadOnlyList<Row>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="From">The lowest price; null without a size.</param>
    /// <param name="OnHand">Over all sizes; null where it is made to order.</param>
    /// <param name="IsLow">Whether a size on sale runs out.</param>
    /// <param name="Cover">Null without a photo.</param>
    internal sealed record Row(
        ProductId Id, LocalizedText Name, ProductState State, Withdrawer? WithdrawnBy, bool WasRefused, Money? From, int? OnHand, bool IsLow, PhotoView? Cover);

    internal sealed class Handler(MarketDb db, PhotosOf photos) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var products = await db.Set<Product>().AsNoTracking().Include(p => p.Variants).Where(p => p.Cooperative == query.Cooperative)
                .ToListAsync(cancellationToken);
            var covers = await photos.CoversAsync([.. products.Select(p => p.Id)], cancellationToken);
            return [.. products.Select(p => RowOf(p, covers.GetValueOrDefault(p.Id)))
                .OrderByDescending(r => r.IsLow).ThenBy(r => Rank(r.State)).ThenBy(r => Folding.Fold(r.Name.Vi), StringComparer.Ordinal)];
        }

        private static Row RowOf(Product product, PhotoView? cover)
        {
            var sizes = product.Variants.Where(v => v.IsOffered).ToList();
            var fromStock = product.MadeToOrderDays is null;
            return new(
                product.Id, product.Name, product.State, product.WithdrawnBy, product.State == ProductState.Draft && product.AdminNote.Length > 0,
                sizes.Count == 0 ? null : sizes.Min(v => v.Price), fromStock ? sizes.Sum(v => v.OnHand) : null,
                fromStock && product.State == ProductState.Live && sizes.Exists(v => v.OnHand < Variant.Low), cover);
        }

        private static int Rank(ProductState state) => state switch
        {
            ProductState.Live => 0,
            ProductState.InReview => 1,
            ProductState.Draft => 2,
            _ => 3,
        };
    }
}
