using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>What can be bought, and the one way to take it: by conditional updates, in a fixed order of ids.</summary>
internal sealed class Shelf(MarketDb db, TimeProvider time, Ids ids)
{
    /// <summary>The sizes that are known, in no order; those no longer sold are among them and say so.</summary>
    public async Task<IReadOnlyList<ShelfItem>> ManyAsync(IEnumerable<VariantId> variants, CancellationToken cancellationToken)
    {
        VariantId[] wanted = [.. variants.Distinct()];
        return await (from v in db.Set<Variant>().AsNoTracking()
                      join p in db.Set<Product>() on v.Product equals p.Id
                      where wanted.Contains(v.Id)
                      select new ShelfItem(
                          v.Id, p.Id, p.Cooperative, p.Category ?? default, p.Slug, p.Name, v.Name, v.Price, p.MadeToOrderDays == null ? v.OnHand : null,
                          p.MadeToOrderDays, v.ParcelGrams, v.LengthMm, v.WidthMm, v.HeightMm, p.State == ProductState.Live && v.IsOffered)
                      { Vat = p.Vat })
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Takes stock of what is sold from stock, inside the running transaction.
    /// </summary>
    /// <param name="wanted">Sizes and how many of each, above zero; a size may come twice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Null when all was taken; else <see cref="OutOfStock"/>, <see cref="NoLongerSold"/>, <see cref="NotFound"/>, or
    /// <see cref="ChangedMeanwhile"/> where it is made to order by now. Some may be taken by then: the command must be refused,
    /// which rolls it back.
    /// </returns>
    public async Task<Refusal?> TakeAsync(IReadOnlyList<(VariantId Variant, int Quantity)> wanted, CancellationToken cancellationToken)
    {
        // One order for all buyers, so that two of them never wait for each other.
        foreach (var (variant, quantity) in Ordered(wanted))
        {
            if (!await TakeOneAsync(variant, quantity, cancellationToken))
                return await RefusalAsync(variant, quantity, cancellationToken);
            Note(variant, StockCause.Sold, -quantity, "");
        }

        return null;
    }

    /// <summary>Takes all of it or nothing, where the caller goes on either way.</summary>
    /// <param name="wanted">Sizes and how many of each, above zero; a size may come twice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> TryTakeAsync(IReadOnlyList<(VariantId Variant, int Quantity)> wanted, CancellationToken cancellationToken)
    {
        List<(VariantId Variant, int Quantity)> taken = [];
        foreach (var one in Ordered(wanted))
        {
            if (await TakeOneAsync(one.Variant, one.Quantity, cancellationToken))
            {
                taken.Add(one);
                continue;
            }

            foreach (var (variant, quantity) in taken)
                await PutAsync(variant, quantity, cancellationToken);
            return false;
        }

        foreach (var (variant, quantity) in taken)
            Note(variant, StockCause.Sold, -quantity, "");
        return true;
    }

    /// <summary>Puts back what an order took, inside the running transaction; also where the product is made to order by now.</summary>
    public async Task GiveBackAsync(IReadOnlyList<(VariantId Variant, int Quantity)> returned, string reason, CancellationToken cancellationToken)
    {
        foreach (var (variant, quantity) in Ordered(returned))
        {
            if (await PutAsync(variant, quantity, cancellationToken))
                Note(variant, StockCause.GivenBack, quantity, reason);
        }
    }

    private async Task<bool> TakeOneAsync(VariantId variant, int quantity, CancellationToken cancellationToken) => await db.Set<Variant>()
        .Where(v => v.Id == variant && v.IsOffered)
        .Where(v => db.Set<Product>().Any(p => p.Id == v.Product && p.State == ProductState.Live && p.MadeToOrderDays == null))
        .Where(v => v.OnHand >= quantity)
        .ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand - quantity), cancellationToken) == 1;

    private async Task<bool> PutAsync(VariantId variant, int quantity, CancellationToken cancellationToken)
        => await db.Set<Variant>().Where(v => v.Id == variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand + quantity), cancellationToken) == 1;

    private static IEnumerable<(VariantId Variant, int Quantity)> Ordered(IReadOnlyList<(VariantId Variant, int Quantity)> lines)
    {
        if (lines.Any(l => l.Quantity < 1))
            throw new ArgumentOutOfRangeException(nameof(lines), "At least one of each.");
        return lines.GroupBy(l => l.Variant).Select(g => (g.Key, g.Sum(l => l.Quantity))).OrderBy(l => l.Key.Value);
    }

    private async Task<Refusal> RefusalAsync(VariantId variant, int quantity, CancellationToken cancellationToken)
    {
        if (await ManyAsync([variant], cancellationToken) is not [var item])
            return new NotFound();
        var name = $"{item.ProductName.In(Languages.Current)}, {item.VariantName.In(Languages.Current)}";
        if (!item.IsLive)
            return new NoLongerSold(name);
        return item.Available is { } left ? new OutOfStock(name, Math.Min(left, quantity - 1)) : new ChangedMeanwhile();
    }

    private void Note(VariantId variant, StockCause cause, int change, string reason)
        => db.Add(StockMove.Note(ids.New<StockMoveId>(), variant, cause, change, reason, by: null, time.Now()));
}

/// <summary>A size on the shelf.</summary>
/// <param name="Variant">Its id.</param>
/// <param name="Product">Its product.</param>
/// <param name="Cooperative">Who sells it.</param>
/// <param name="Category">The empty id where a draft has none.</param>
/// <param name="Slug">The product's address below <c>/p/</c>.</param>
/// <param name="ProductName">The product's name.</param>
/// <param name="VariantName">The size's name.</param>
/// <param name="Price">Tax included, for one.</param>
/// <param name="Available">What can still be sold; null where it is made to order.</param>
/// <param name="MadeToOrderDays">Ready in so many days; null where it is sold from stock.</param>
/// <param name="ParcelGrams">Grams, packed.</param>
/// <param name="LengthMm">Millimeters, packed.</param>
/// <param name="WidthMm">Millimeters, packed.</param>
/// <param name="HeightMm">Millimeters, packed.</param>
/// <param name="IsLive">Whether it is on sale; its cooperative may still be closed.</param>
internal sealed record ShelfItem(
    VariantId Variant, ProductId Product, CooperativeId Cooperative, CategoryId Category, string Slug, LocalizedText ProductName, LocalizedText VariantName,
    Money Price, int? Available, int? MadeToOrderDays, int ParcelGrams, int LengthMm, int WidthMm, int HeightMm, bool IsLive)
{
    /// <summary>How its sale bears value-added tax; null where its cooperative did not say.</summary>
    public VatClass? Vat { get; init; }
}
