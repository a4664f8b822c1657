using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A cooperative can't send what was paid. A line may be declined bit by bit, so the event itself is the source.</summary>
internal sealed class OnLineDeclined(Corrections corrections) : IHandle<LineDeclined>
{
    public Task HandleAsync(LineDeclined happened, Delivery delivery, CancellationToken cancellationToken) => corrections.BookAsync(
        new(EntryKind.Decline, delivery.Id, happened.Order, happened.SellerOrder, happened.Goods, Money.Zero(happened.Goods.Currency), happened.Fee, delivery.RaisedAt),
        cancellationToken);
}
