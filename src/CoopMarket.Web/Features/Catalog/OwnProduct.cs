using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>One product at the desk of its cooperative, with all that was written.</summary>
internal static class OwnProduct
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProductId Product) : IQuery<ProductView?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    internal sealed class Handler(MarketDb db, PhotosOf photos, TimeProvider time) : IRequestHandler<Query, ProductView?>
    {
        public async Task<ProductView?> Handle(Query query, CancellationToken cancellationToken)
        {
            var product = await db.Set<Product>().AsNoTracking().Include(p => p.Variants).Include(p => p.Certificates)
                .FirstOrDefaultAsync(p => p.Id == query.Product && p.Cooperative == query.Cooperative, cancellationToken);
            return product is null ? null : ProductView.Of(product, await photos.OfAsync(product.Id, cancellationToken), Show.Day(time.Now()));
        }
    }
}
