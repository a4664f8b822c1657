using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells a buyer that some of what she ordered was called back; not where none of it is hers any more.</summary>
internal sealed class OnGoodsRecalled(OrderMailbox mailbox, RecalledLots lots) : IHandle<BoughtGoodsRecalled>
{
    public async Task HandleAsync(BoughtGoodsRecalled happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var part = order.Part(happened.SellerOrder)!;
        var recalled = await lots.OfAsync(part.Lines.Select(l => l.Id), cancellationToken);
        var lines = part.Lines.OrderBy(l => l.Position).SelectMany(l => recalled[l.Id].Where(r => r.Lot == happened.Lot).Select(r => (Line: l, Of: r))).ToList();
        if (lines.Count == 0)
            return;
        var hasLeft = part.ShippedAt is not null || part.DeliveredAt is not null;
        await mailbox.TellRecalledAsync(
            delivery, order, part, new(lines[0].Of.Number, lines[0].Of.Reason, hasLeft, [.. lines.Select(l => new LineMail(l.Line.ProductName, l.Line.VariantName, l.Of.Pieces, l.Line.Goods))]), cancellationToken);
    }
}
