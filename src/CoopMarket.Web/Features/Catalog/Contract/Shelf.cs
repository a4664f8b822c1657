using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>What can be bought, and the one way to take it: by conditional updates, in a fixed order of ids.</summary>
internal sealed class Shelf(MarketDb db, AheadShelf ahead, TimeProvider time, Ids ids)
{
    /// <summary>The sizes that are known, in no order; those no longer sold are among them and say so.</summary>
    public async Task<IReadOnlyList<ShelfItem>> ManyAsync(IEnumerable<VariantId> variants, CancellationToken cancellationToken)
    {
        VariantId[] wanted = [.. variants.Distinct()];
        var items = await (from v in db.Set<Variant>().AsNoTracking()
                           join p in db.Set<Product>() on v.Product equals p.Id
                           where wanted.Contains(v.Id)
                           select new ShelfItem(
                               v.Id, p.Id, p.Cooperative, p.Category ?? default, p.Slug, p.Name, v.Name, v.Price, p.MadeToOrderDays == null ? v.OnHand : null,
                               p.MadeToOrderDays, v.ParcelGrams, v.LengthMm, v.WidthMm, v.HeightMm, p.State == ProductState.Live && v.IsOffered)
                           { Vat = p.Vat, Ingredients = p.Ingredients, AllergenBits = p.AllergenBits })
            .ToListAsync(cancellationToken);
        // What is there is sold before what is to be harvested.
        List<VariantId> gone = [.. items.Where(i => i.Available == 0).Select(i => i.Variant)];
        if (gone.Count == 0)
            return items;
        var offers = await ahead.ManyAsync(gone, cancellationToken);
        return items.ConvertAll(i => i.Available == 0 && offers.GetValueOrDefault(i.Variant) is { } offer ? i with { Available = offer.Left, Ahead = new(offer.Sale, offer.Terms.Window) } : i);
    }

    /// <summary>
    /// Takes stock of what is sold from stock, and of a harvest's quota what is ordered ahead, inside the running transaction.
    /// </summary>
    /// <param name="wanted">Sizes and how many of each, above zero; a size may come twice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Null when all was taken; else <see cref="OutOfStock"/>, <see cref="NoLongerSold"/>, <see cref="NotFound"/>, or
    /// <see cref="ChangedMeanwhile"/> where it is made to order by now. Some may be taken by then: the command must be refused,
    /// which rolls it back.
    /// </returns>
    public async Task<Refusal?> TakeAsync(IReadOnlyList<Some> wanted, CancellationToken cancellationToken)
    {
        // One order for all buyers, so that two of them never wait for each other.
        foreach (var one in Ordered(wanted))
        {
            if (!await TakeOneAsync(one, cancellationToken))
                return await RefusalAsync(one, cancellationToken);
            NoteSold(one);
        }

        return null;
    }

    /// <summary>Takes all of it or nothing, where the caller goes on either way.</summary>
    /// <param name="wanted">Sizes and how many of each, above zero; a size may come twice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> TryTakeAsync(IReadOnlyList<Some> wanted, CancellationToken cancellationToken)
    {
        List<Some> taken = [];
        foreach (var one in Ordered(wanted))
        {
            if (await TakeOneAsync(one, cancellationToken))
            {
                taken.Add(one);
                continue;
            }

            foreach (var back in taken)
                await PutAsync(back.Variant, await FreedAsync(back, cancellationToken), cancellationToken);
            return false;
        }

        taken.ForEach(NoteSold);
        return true;
    }

    /// <summary>Puts back what an order took, inside the running transaction; also where the product is made to order by now.</summary>
    /// <returns>How many of each went on the shelf: of what was ordered ahead perhaps fewer than were returned.</returns>
    public async Task<Dictionary<(VariantId Variant, AheadSaleId? Ahead), int>> GiveBackAsync(IReadOnlyList<Some> returned, string reason, CancellationToken cancellationToken)
    {
        Dictionary<(VariantId, AheadSaleId?), int> freed = [];
        foreach (var one in Ordered(returned))
        {
            var quantity = await FreedAsync(one, cancellationToken);
            if (quantity == 0 || !await PutAsync(one.Variant, quantity, cancellationToken))
                continue;
            Note(one.Variant, StockCause.GivenBack, quantity, reason);
            freed[(one.Variant, one.Ahead)] = quantity;
        }

        return freed;
    }

    private async Task<bool> TakeOneAsync(Some some, CancellationToken cancellationToken)
        => await (some.Ahead is { } sale ? ahead.TakeAsync(sale, some.Quantity, cancellationToken) : TakeOneAsync(some.Variant, some.Quantity, cancellationToken));

    // What goes back on the shelf: of what was sold ahead only what had been laid aside and nobody else waits for.
    private async Task<int> FreedAsync(Some some, CancellationToken cancellationToken)
        => some.Ahead is { } sale ? await ahead.GiveBackAsync(sale, some.Quantity, cancellationToken) : some.Quantity;

    private async Task<bool> TakeOneAsync(VariantId variant, int quantity, CancellationToken cancellationToken) => await db.Set<Variant>()
        .Where(v => v.Id == variant && v.IsOffered)
        .Where(v => db.Set<Product>().Any(p => p.Id == v.Product && p.State == ProductState.Live && p.MadeToOrderDays == null))
        .Where(v => v.OnHand >= quantity)
        .ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand - quantity), cancellationToken) == 1;

    private async Task<bool> PutAsync(VariantId variant, int quantity, CancellationToken cancellationToken)
        => await db.Set<Variant>().Where(v => v.Id == variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand + quantity), cancellationToken) == 1;

    private static IEnumerable<Some> Ordered(IReadOnlyList<Some> lines)
    {
        if (lines.Any(l => l.Quantity < 1))
            throw new ArgumentOutOfRangeException(nameof(lines), "At least one of each.");
        return lines.GroupBy(l => (l.Variant, l.Ahead)).Select(g => new Some(g.Key.Variant, g.Sum(l => l.Quantity), g.Key.Ahead)).OrderBy(l => l.Variant.Value).ThenBy(l => l.Ahead is null).ThenBy(l => l.Ahead?.Value);
    }

    private async Task<Refusal> RefusalAsync(Some some, CancellationToken cancellationToken)
    {
        if (await ManyAsync([some.Variant], cancellationToken) is not [var item])
            return new NotFound();
        var name = $"{item.ProductName.In(Languages.Current)}, {item.VariantName.In(Languages.Current)}";
        if (!item.IsLive)
            return new NoLongerSold(name);
        // What was on hand is to be ordered ahead by now, or the other way round: she sees it before she says yes.
        if (item.Available is not { } left || (left > 0 && item.Ahead?.Sale != some.Ahead))
            return new ChangedMeanwhile();
        return new OutOfStock(name, Math.Min(left, some.Quantity - 1));
    }

    private void NoteSold(Some some)
    {
        if (some.Ahead is null)
            Note(some.Variant, StockCause.Sold, -some.Quantity, "");
    }

    private void Note(VariantId variant, StockCause cause, int change, string reason)
        => db.Add(StockMove.Note(ids.New<StockMoveId>(), variant, cause, change, reason, by: null, time.Now()));
}
