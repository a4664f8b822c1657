using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>
/// What can be ordered ahead of a harvest, and the one way to take it. All of it works inside the running transaction; of each
/// size what is sold ahead is written before its stock, so that two never wait for each other.
/// </summary>
internal sealed class AheadShelf(MarketDb db, TimeProvider time)
{
    /// <summary>What can be ordered ahead today of some sizes; at most one sale of each.</summary>
    public async Task<IReadOnlyDictionary<VariantId, AheadOffer>> ManyAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancellationToken)
        => await db.Set<AheadSale>().AsNoTracking().Where(a => variants.Contains(a.Variant)).TakingOrders(VietnamDay.Of(time.Now()))
            .ToDictionaryAsync(a => a.Variant, a => new AheadOffer(a.Id, a.Terms, a.Count.Left), cancellationToken);

    /// <summary>Takes some, where so many are left and orders are taken still.</summary>
    public async Task<bool> TakeAsync(AheadSaleId sale, int quantity, CancellationToken cancellationToken)
    {
        var today = VietnamDay.Of(time.Now());
        return await db.Set<AheadSale>().Where(a => a.Id == sale && a.EndedAt == null && a.Until >= today)
            .Where(a => db.Set<Variant>().Any(v => v.Id == a.Variant && v.IsOffered))
            .Where(a => db.Set<Product>().Any(p => p.Id == a.Product && p.State == ProductState.Live && p.MadeToOrderDays == null))
            .Where(a => a.Quota - a.Sold >= quantity)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Sold, a => a.Sold + quantity), cancellationToken) == 1;
    }

    /// <summary>Gives some back.</summary>
    /// <returns>How many of them had been laid aside and can be sold from stock now; the caller adds them.</returns>
    public async Task<int> GiveBackAsync(AheadSaleId sale, int quantity, CancellationToken cancellationToken)
    {
        var row = db.Set<AheadSale>().Where(a => a.Id == sale);
        // Writing the row first makes whoever else counts it wait.
        if (await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.Aside, a => a.Aside), cancellationToken) == 0)
            return 0;
        var (now, freed) = (await row.AsNoTracking().FirstAsync(cancellationToken)).Count.GiveBack(quantity);
        await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.Sold, now.Sold).SetProperty(a => a.Aside, now.Aside), cancellationToken);
        return freed;
    }

    /// <summary>Some of a size came in: what is owed to those who ordered ahead is laid aside, the oldest harvest first, and no more is sold ahead.</summary>
    /// <returns>How many were laid aside.</returns>
    public async Task<int> ReceiveAsync(VariantId variant, int quantity, CancellationToken cancellationToken)
    {
        var (now, free) = (time.Now(), quantity);
        var owing = await db.Set<AheadSale>().AsNoTracking().Where(a => a.Variant == variant && (a.EndedAt == null || a.Sold > a.Aside))
            .OrderBy(a => a.OpenedAt).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        foreach (var sale in owing)
        {
            var row = db.Set<AheadSale>().Where(a => a.Id == sale);
            await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, a => a.EndedAt ?? now), cancellationToken);
            (var counted, free) = (await row.AsNoTracking().FirstAsync(cancellationToken)).Count.Receive(free);
            await row.ExecuteUpdateAsync(set => set.SetProperty(a => a.Aside, counted.Aside), cancellationToken);
        }

        return quantity - free;
    }
}

/// <summary>What can be ordered ahead of a size.</summary>
/// <param name="Left">How many.</param>
internal sealed record AheadOffer(AheadSaleId Sale, AheadTerms Terms, int Left);

/// <summary>Which sales ahead take orders.</summary>
internal static class AheadSales
{
    /// <summary>Those that take orders on a day in Vietnam and have some left; their product may be off sale all the same.</summary>
    public static IQueryable<AheadSale> TakingOrders(this IQueryable<AheadSale> sales, DateOnly today)
        => sales.Where(a => a.EndedAt == null && a.Until >= today && a.Sold < a.Quota);
}
