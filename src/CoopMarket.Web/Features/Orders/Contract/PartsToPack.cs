using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>The parts of orders as whoever packs them sees them. Tracks nothing.</summary>
internal sealed class PartsToPack(MarketDb db)
{
    /// <summary>The cooperative's part of an order; null where there is none, or it is unpaid.</summary>
    public async Task<PartToPack?> OfAsync(CooperativeId cooperative, string code, CancellationToken cancellationToken)
    {
        if (!PublicCode.TryParse(code, out var read)
            || await db.Set<SellerOrder>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(
                p => p.Cooperative == cooperative && p.ToAcceptAt != null && db.Set<Order>().Any(o => o.Id == p.OrderId && o.Code == read.Value), cancellationToken) is not { } part)
            return null;
        return new(
            part.OrderId, read.Value, part.State is SellerOrderState.ToPack or SellerOrderState.Packed,
            [.. part.Lines.Where(l => l.Left > 0).OrderBy(l => l.Position).Select(l => new LineToPack(l.Id, l.Product, l.Variant, l.ProductName, l.VariantName, l.Left))]);
    }

    /// <summary>Holds an order until the transaction ends; whoever took it out before and moves it now is refused.</summary>
    public Task HoldAsync(OrderId order, CancellationToken cancellationToken)
        => db.Set<Order>().Where(o => o.Id == order).ExecuteUpdateAsync(set => set.SetProperty(o => o.Version, o => o.Version + 1), cancellationToken);
}

/// <summary>What a cooperative packs of an order.</summary>
/// <param name="MayChange">Whether it is being packed: accepted, and not handed over.</param>
/// <param name="Lines">Those of which something is left.</param>
internal sealed record PartToPack(OrderId Order, string Code, bool MayChange, IReadOnlyList<LineToPack> Lines);

/// <summary>A line of it.</summary>
/// <param name="Left">How many are to be packed.</param>
internal sealed record LineToPack(OrderLineId Id, ProductId Product, VariantId Variant, LocalizedText ProductName, LocalizedText VariantName, int Left);
