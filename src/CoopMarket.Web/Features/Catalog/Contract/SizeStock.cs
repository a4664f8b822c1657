using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>
/// What is on hand of sizes, for whoever keeps it by lot. All of it works inside the running transaction and writes the size's row
/// first, so that whoever else takes or counts it waits.
/// </summary>
internal sealed class SizeStock(MarketDb db, AheadShelf ahead, TimeProvider time, Ids ids)
{
    /// <summary>Holds a size until the transaction ends.</summary>
    /// <returns>What is on hand, in pieces.</returns>
    public async Task<int> HoldAsync(VariantId variant, CancellationToken cancellationToken)
    {
        await db.Set<Variant>().Where(v => v.Id == variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand), cancellationToken);
        return await db.Set<Variant>().Where(v => v.Id == variant).Select(v => v.OnHand).FirstAsync(cancellationToken);
    }

    /// <summary>Some came in: what is owed to those who ordered ahead is laid aside, the rest is on hand.</summary>
    /// <param name="quantity">At least 1.</param>
    /// <returns>How many are on hand more; null where a size can't have so many.</returns>
    public async Task<int?> ReceiveAsync(VariantId variant, int quantity, string reason, PersonId? by, CancellationToken cancellationToken)
    {
        var aside = await ahead.ReceiveAsync(variant, quantity, cancellationToken);
        if (!await MoveAsync(variant, StockCause.Received, quantity, reason, by, cancellationToken))
            return null;
        if (aside > 0)
            await MoveAsync(variant, StockCause.LaidAside, -aside, "", by, cancellationToken);
        return quantity - aside;
    }

    /// <summary>So many more are on hand, or fewer, and the stock book says why.</summary>
    /// <param name="change">Pieces; 0 changes nothing.</param>
    /// <returns>False where there would be fewer than none, or more than a size can have; nothing is changed then.</returns>
    public async Task<bool> MoveAsync(VariantId variant, StockCause cause, int change, string reason, PersonId? by, CancellationToken cancellationToken)
    {
        if (await db.Set<Variant>().Where(v => v.Id == variant && v.OnHand + change >= 0 && v.OnHand + change <= Variant.MostOnHand)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand + change), cancellationToken) == 0)
            return false;
        if (change != 0)
            db.Add(StockMove.Note(ids.New<StockMoveId>(), variant, cause, change, reason, by, time.Now()));
        return true;
    }
}
