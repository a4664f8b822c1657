using System.Linq.Expressions;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>What readers may see on the shelves: live products of approved cooperatives.</summary>
internal sealed class Goods(MarketReads reads, TimeProvider time)
{
    private static readonly Expression<Func<MarketReads, IQueryable<Product>>> Sale = market => market.Of<Product>()
        .Where(p => p.State == ProductState.Live && market.Of<Cooperative>().Any(c => c.Id == p.Cooperative && c.State == SellerState.Approved));

    private static readonly Func<MarketReads, IQueryable<Product>> IsOnSale = Sale.Compile();

    // Column by column: asked for as one, an amount brings all of its row with it.
    private static readonly Expression<Func<IQueryable<Product>, IReadOnlyCollection<ProductId>, IQueryable<Row>>> Sizes = (sale, ids) => sale
        .Where(p => ids.Contains(p.Id)).SelectMany(p => p.Variants.Where(v => v.IsOffered))
        .Select(v => new Row(v.Product, v.Id, v.Price.Minor, v.Price.Currency, v.OnHand));

    private static readonly StandingQuestion<IReadOnlyCollection<ProductId>, Row> WhatIsLeft = new(
        Expression.Lambda<Func<MarketReads, IReadOnlyCollection<ProductId>, IQueryable<Row>>>(
            ReplacingExpressionVisitor.Replace(Sizes.Parameters[0], Sale.Body, Sizes.Body), Sale.Parameters[0], Sizes.Parameters[1]));

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => VietnamDay.Of(time.Now());

    public IQueryable<Product> OnSale() => IsOnSale(reads);

    /// <summary>What of some products is on sale at this moment, and for how much.</summary>
    public async Task<Left> LeftAsync(IReadOnlyCollection<ProductId> ids, CancellationToken cancellationToken)
    {
        var rows = ids.Count == 0 ? [] : await reads.AskAsync(WhatIsLeft, ids, cancellationToken);
        return new(ids, [.. rows.Select(r => new SizeLeft(r.Product, r.Id, new(r.Minor, r.Currency), r.OnHand))]);
    }

    /// <summary>What can be ordered ahead today, whether its product is on sale or not.</summary>
    public IQueryable<AheadSale> AheadToday() => reads.Of<AheadSale>().TakingOrders(Today);

    /// <summary>Sellers by id, each with the day it opens again where it is closed today.</summary>
    public async Task<IReadOnlyDictionary<CooperativeId, (Seller Seller, DateOnly? OpensOn)>> SellersAsync(
        IReadOnlyCollection<CooperativeId> ids, CancellationToken cancellationToken)
    {
        var closed = await ClosedAsync(cancellationToken);
        var sellers = await reads.Of<Cooperative>().Where(c => ids.Contains(c.Id)).Select(c => new Seller(c.Id, c.Slug, c.Name, c.BandTurn)).ToListAsync(cancellationToken);
        return sellers.ToDictionary(s => s.Id, s => (s, closed.TryGetValue(s.Id, out var until) ? until.AddDays(1) : (DateOnly?)null));
    }

    /// <summary>The last closed day of each cooperative that takes no orders today.</summary>
    public async Task<IReadOnlyDictionary<CooperativeId, DateOnly>> ClosedAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        return (await reads.Of<Closure>().Where(c => c.To >= today).Select(c => new { c.Cooperative, c.From, c.To }).ToListAsync(cancellationToken))
            .GroupBy(c => c.Cooperative, c => (c.From, c.To)).Select(g => (g.Key, Until: Closure.ClosedUntil(g, today)))
            .Where(c => c.Until is not null).ToDictionary(c => c.Key, c => c.Until!.Value);
    }

    /// <summary>All certificates that buyers may see today, or those of one product.</summary>
    public async Task<IReadOnlyList<Seal>> SealsAsync(ProductId? product, CancellationToken cancellationToken)
        => [.. (await reads.Of<Certificate>().Where(Certificate.ShownOn(Today)).Where(c => product == null || c.Products.Any(p => p.Product == product)).OrderBy(c => c.Id).ToListAsync(cancellationToken)).Select(Seal.Of)];

    /// <summary>All photos of things, the cover first.</summary>
    public async Task<ILookup<PhotoSubject, PhotoView>> PhotosAsync(IReadOnlyCollection<PhotoSubject> things, CancellationToken cancellationToken)
    {
        var (kinds, ids) = (things.Select(t => t.Kind).Distinct().ToList(), things.Select(t => t.Id).ToList());
        var photos = things.Count == 0 ? [] : await reads.Of<Photo>().Where(p => kinds.Contains(p.SubjectKind) && ids.Contains(p.SubjectId) && p.RemovedAt == null)
            .OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return photos.ToLookup(p => new PhotoSubject(p.SubjectKind, p.SubjectId), PhotoView.Of);
    }

    private sealed record Row(ProductId Product, VariantId Id, long Minor, Currency Currency, int OnHand);
}
