using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>The lines of orders as whoever speaks of what arrived sees them. Tracks nothing.</summary>
internal sealed class ReceivedLines(MarketDb db)
{
    /// <summary>One line of an order; null where the order has no such line.</summary>
    public async Task<LineReceived?> OfAsync(string code, OrderLineId line, CancellationToken cancellationToken)
    {
        if (!PublicCode.TryParse(code, out var read)
            || await db.Set<Order>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(o => o.Code == read.Value, cancellationToken) is not { } order
            || order.Parts.FirstOrDefault(p => p.Lines.Any(l => l.Id == line)) is not { } part)
            return null;
        var of = part.Lines.Single(l => l.Id == line);
        return new(of.Id, order.Id, order.Buyer, part.Cooperative, of.Product, of.ProductName, part.State == SellerOrderState.Delivered && of.Left > 0 ? part.DeliveredAt : null);
    }
}

/// <summary>A line of an order.</summary>
/// <param name="Buyer">Who bought it while signed in; null for guests.</param>
/// <param name="ArrivedAt">UTC; null where it has not arrived, or nothing of it was sent.</param>
internal sealed record LineReceived(
    OrderLineId Line, OrderId Order, PersonId? Buyer, CooperativeId Cooperative, ProductId Product, LocalizedText ProductName, DateTimeOffset? ArrivedAt);
