using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>The pieces of lots. Whoever changes them holds the size's row.</summary>
internal sealed class LotBook(MarketDb db, SizeStock sizes, TimeProvider time)
{
    /// <summary>What is for sale of a size today, by lot.</summary>
    public async Task<IReadOnlyList<LotOnShelf>> ForSaleAsync(VariantId variant, CancellationToken cancellationToken)
    {
        var today = VietnamDay.Of(time.Now());
        return await db.Set<LotStock>().Where(s => s.Variant == variant && s.Pieces > 0)
            .Join(db.Set<Lot>().Where(l => l.State != LotState.Recalled && (l.BestBefore == null || l.BestBefore >= today)), s => s.Lot, l => l.Id, (s, l) => new LotOnShelf(l.Id, l.BestBefore, l.MadeOn, s.Pieces)).ToListAsync(cancellationToken);
    }

    /// <summary>The lot of a product that was made last and is for sale today; null where there is none.</summary>
    public async Task<Lot?> YoungestAsync(ProductId product, CancellationToken cancellationToken)
    {
        var today = VietnamDay.Of(time.Now());
        return await db.Set<Lot>().Where(l => l.Product == product && l.State == LotState.Open && (l.BestBefore == null || l.BestBefore >= today))
            .OrderByDescending(l => l.MadeOn).ThenByDescending(l => l.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Holds a lot until the transaction ends, so that it isn't called back meanwhile; false where it was.</summary>
    public async Task<bool> HoldAsync(LotId lot, CancellationToken cancellationToken)
        => await db.Set<Lot>().Where(l => l.Id == lot && l.State != LotState.Recalled).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, l => l.State), cancellationToken) == 1;

    /// <summary>Takes some out of a lot, where so many are there.</summary>
    public async Task<bool> TakeAsync(LotId lot, VariantId variant, int pieces, CancellationToken cancellationToken)
        => await db.Set<LotStock>().Where(s => s.Lot == lot && s.Variant == variant && s.Pieces >= pieces)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Pieces, s => s.Pieces - pieces), cancellationToken) == 1;

    /// <summary>
    /// Some that are on hand again are of a lot. Where it isn't for sale they are laid aside and no longer on hand; where there is
    /// no lot they are on hand no longer either, until she writes them down as some lot's.
    /// </summary>
    /// <returns>False where they would be laid aside and so many are not on hand; nothing is changed then.</returns>
    public async Task<bool> PutAsync(Lot? lot, VariantId variant, int pieces, CancellationToken cancellationToken)
    {
        if (pieces == 0)
            return true;
        var isForSale = lot?.IsForSaleOn(VietnamDay.Of(time.Now())) == true;
        if (!isForSale && !await sizes.MoveAsync(variant, StockCause.Withheld, -pieces, lot?.Number ?? "", by: null, cancellationToken))
            return false;
        if (lot is null)
            return true;
        // Used up it is no longer.
        if (lot.State == LotState.Closed)
            lot.Reopen();
        await AddAsync(lot.Id, variant, isForSale ? pieces : 0, isForSale ? 0 : pieces, cancellationToken);
        return true;
    }

    /// <summary>So many more are there of a size.</summary>
    /// <param name="pieces">For sale.</param>
    /// <param name="aside">Not for sale.</param>
    public async Task AddAsync(LotId lot, VariantId variant, int pieces, int aside, CancellationToken cancellationToken)
    {
        if (await db.Set<LotStock>().Where(s => s.Lot == lot && s.Variant == variant)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Pieces, s => s.Pieces + pieces).SetProperty(s => s.Aside, s => s.Aside + aside), cancellationToken) == 1)
            return;
        // Two lines of one command may begin it: the second adds to what the first began.
        if (db.Set<LotStock>().Local.FirstOrDefault(s => s.Lot == lot && s.Variant == variant) is { } begun)
        {
            db.Entry(begun).State = EntityState.Detached;
            (pieces, aside) = (pieces + begun.Pieces, aside + begun.Aside);
        }

        db.Add(LotStock.Begin(lot, variant, pieces, aside));
    }

    /// <summary>Nothing of a lot is for sale any more: what is there is laid aside.</summary>
    public Task WithholdAsync(Lot lot, PersonId? by, CancellationToken cancellationToken) => MoveAsideAsync(lot, isForSale: false, by, cancellationToken);

    /// <summary>What was laid aside of a lot is for sale again; of a size that would have more than one can have it stays where it is.</summary>
    public Task ReleaseAsync(Lot lot, PersonId? by, CancellationToken cancellationToken) => MoveAsideAsync(lot, isForSale: true, by, cancellationToken);

    /// <summary>Holds all sizes of a lot until the transaction ends: whoever moves some of it aside or back waits.</summary>
    public async Task HoldSizesAsync(LotId lot, CancellationToken cancellationToken)
    {
        foreach (var variant in await SizesAsync(lot, cancellationToken))
            await sizes.HoldAsync(variant, cancellationToken);
    }

    // In one order for all, as orders take them.
    private async Task<IEnumerable<VariantId>> SizesAsync(LotId lot, CancellationToken cancellationToken)
        => (await db.Set<LotStock>().Where(s => s.Lot == lot).Select(s => s.Variant).ToListAsync(cancellationToken)).OrderBy(v => v.Value);

    private async Task MoveAsideAsync(Lot lot, bool isForSale, PersonId? by, CancellationToken cancellationToken)
    {
        foreach (var variant in await SizesAsync(lot.Id, cancellationToken))
        {
            await sizes.HoldAsync(variant, cancellationToken);
            var row = db.Set<LotStock>().Where(s => s.Lot == lot.Id && s.Variant == variant);
            var now = await row.AsNoTracking().FirstAsync(cancellationToken);
            var change = isForSale ? now.Aside : -now.Pieces;
            if (change == 0 || !await sizes.MoveAsync(variant, StockCause.Withheld, change, lot.Number, by, cancellationToken))
                continue;
            await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Pieces, s => s.Pieces + change).SetProperty(s => s.Aside, s => s.Aside - change), cancellationToken);
        }
    }
}
