using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Certificates.Contract;
using CoopMarket.Web.Features.Questions.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>One product as an admin sees it, with the hash that her approval binds to.</summary>
internal static class ReviewProduct
{
    internal sealed class Form
    {
        /// <summary>The hash of what she saw.</summary>
        public string? Seen { get; set; }

        public string? Reason { get; set; }
    }

    internal sealed record Query(Actor Actor, ProductId Product) : IQuery<View?>, IForAdmin;

    /// <param name="Hash">Of all that is shown.</param>
    internal sealed record View(ProductView Product, LocalizedText Cooperative, int BandTurn, LocalizedText Category, string? Maker, string Hash);

    internal sealed class Handler(MarketDb db, Workbench workbench, PhotosOf photos, Cooperatives cooperatives, CategoryTree categories, Makers makers, ProductCertificates papers, FoodWords food, OutsideWarning outside)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var product = await db.Set<Product>().AsNoTracking().Include(p => p.Variants)
                .FirstOrDefaultAsync(p => p.Id == query.Product, cancellationToken);
            if (product is null || await cooperatives.OneAsync(product.Cooperative, cancellationToken) is not { } cooperative)
                return null;
            var category = (await categories.AllAsync(cancellationToken)).FirstOrDefault(c => c.Id == product.Category)?.Name ?? LocalizedText.Empty;
            var maker = product.Maker is { } id ? (await makers.OneAsync(id, cancellationToken))?.Name : null;
            var view = ProductView.Of(product, await photos.OfAsync(product.Id, cancellationToken), await papers.OfAsync(product.Id, cancellationToken)) with
            {
                Held = HeldView.Of(await db.Set<HeldTexts>().AsNoTracking().FirstOrDefaultAsync(h => h.Product == product.Id, cancellationToken)),
                Words = await food.AnywhereAsync(product.Telling.All, cancellationToken),
                IsFood = await food.IsFoodAsync(product.Category, cancellationToken),
            };
            view = view with { LeadsOutside = outside.LeadsOut(view.Typed.Plain) };
            return new(view, cooperative.Name, cooperative.BandTurn, category, maker, await workbench.HashAsync(product, cancellationToken));
        }
    }
}
