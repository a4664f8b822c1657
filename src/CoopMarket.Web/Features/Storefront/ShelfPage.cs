using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>How a shelf is ordered; what is not one of these is the market's own order.</summary>
internal enum ShelfOrder
{
    /// <summary>The market's own.</summary>
    Usual,
    Cheapest,
    Dearest,
}

/// <summary>A page of goods: all of them, or those of a category, a cooperative, or to be had now.</summary>
internal static class ShelfPage
{
    /// <summary>Goods on one page.</summary>
    public const int Size = 24;

    internal sealed record Query(Actor Actor, string? Category, string? Cooperative, bool OnlyReady, ShelfOrder Order, int Page) : IQuery<View?>, IForAnyone;

    /// <param name="Category">Null on the shelf of everything.</param>
    /// <param name="Path">The categories above it, the top one first.</param>
    /// <param name="Below">The categories directly below it that have goods on sale.</param>
    /// <param name="Things">The goods of this page.</param>
    /// <param name="Count">Of all pages.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Pages">At least 1.</param>
    /// <param name="Sellers">Whom to choose from.</param>
    internal sealed record View(
        CategoryNode? Category, IReadOnlyList<CategoryNode> Path, IReadOnlyList<CategoryNode> Below, IReadOnlyList<Thing> Things,
        int Count, int Page, int Pages, IReadOnlyList<Seller> Sellers);

    internal sealed class Handler(Goods goods, CategoryTree categories) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var tree = await categories.AllAsync(cancellationToken);
            var category = request.Category is null ? null : tree.FirstOrDefault(c => c.Slug == request.Category);
            if (request.Category is not null && category is null)
                return null;

            var products = goods.OnSale();
            if (category is not null)
            {
                var branch = (await categories.BranchAsync(category.Id, cancellationToken)).Select(c => (CategoryId?)c.Id).ToList();
                products = products.Where(p => branch.Contains(p.Category));
            }

            var sellerIds = await products.Select(p => p.Cooperative).Distinct().ToListAsync(cancellationToken);
            var sellers = await goods.SellersAsync(sellerIds, cancellationToken);
            if (sellers.Values.FirstOrDefault(s => s.Seller.Slug == request.Cooperative).Seller is { } only)
                products = products.Where(p => p.Cooperative == only.Id);
            if (request.OnlyReady)
                products = products.Where(p => p.MadeToOrderDays != null || p.Variants.Any(v => v.IsOffered && v.OnHand > 0));

            var count = await products.CountAsync(cancellationToken);
            var pages = Math.Max(1, (count + Size - 1) / Size);
            var page = Math.Clamp(request.Page, 1, pages);
            var ids = await Ordered(products, request.Order).Skip((page - 1) * Size).Take(Size).Select(p => p.Id).ToListAsync(cancellationToken);
            return new(
                category, Above(category, tree), [.. (await goods.FilledAsync(tree, cancellationToken)).Where(c => c.Parent == category?.Id)], await goods.CardsAsync(ids, cancellationToken),
                count, page, pages, [.. sellers.Values.Select(s => s.Seller).OrderBy(s => s.Slug, StringComparer.Ordinal)]);
        }

        private IOrderedQueryable<Product> Ordered(IQueryable<Product> products, ShelfOrder order) => order switch
        {
            ShelfOrder.Cheapest => products.OrderBy(p => p.Variants.Where(v => v.IsOffered).Min(v => v.Price.Minor)).ThenBy(p => p.Id),
            ShelfOrder.Dearest => products.OrderByDescending(p => p.Variants.Where(v => v.IsOffered).Min(v => v.Price.Minor)).ThenBy(p => p.Id),
            _ => goods.InOrder(products),
        };

        private static IReadOnlyList<CategoryNode> Above(CategoryNode? category, IReadOnlyList<CategoryNode> tree)
        {
            List<CategoryNode> path = [];
            for (var at = category?.Parent; at is { } id; at = path[0].Parent)
                path.Insert(0, tree.First(c => c.Id == id));
            return path;
        }
    }
}
