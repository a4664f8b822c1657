using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Certificates.Contract;
using CoopMarket.Web.Features.Questions.Contract;
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

    internal sealed class Handler(MarketDb db, PhotosOf photos, ProductCertificates papers, FoodWords food, OutsideWarning outside, Workbench workbench) : IRequestHandler<Query, ProductView?>
    {
        public async Task<ProductView?> Handle(Query query, CancellationToken cancellationToken)
        {
            var product = await db.Set<Product>().AsNoTracking().Include(p => p.Variants)
                .FirstOrDefaultAsync(p => p.Id == query.Product && p.Cooperative == query.Cooperative, cancellationToken);
            if (product is null)
                return null;
            var view = ProductView.Of(product, await photos.OfAsync(product.Id, cancellationToken), await papers.OfAsync(product.Id, cancellationToken)) with
            {
                Held = HeldView.Of(await db.Set<HeldTexts>().AsNoTracking().FirstOrDefaultAsync(h => h.Product == product.Id, cancellationToken)),
                Words = await food.InAsync(product.Category, product.Telling.All, cancellationToken),
                AsksAbroad = await workbench.AsksAbroadAsync(query.Cooperative, cancellationToken),
                IsFood = product.Category is not null && await food.IsFoodAsync(product.Category, cancellationToken),
            };
            return view with { LeadsOutside = outside.LeadsOut(view.Typed.Plain) };
        }
    }
}
