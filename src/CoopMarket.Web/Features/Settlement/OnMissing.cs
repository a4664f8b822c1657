using CoopMarket.Domain.Orders;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>The buyer misses a part that another said was delivered, or has it after all, or it is lost: its share stays held meanwhile.</summary>
internal sealed class OnMissing(Contested contested) : IHandle<ParcelMissed>, IHandle<MissedParcelFound>, IHandle<ParcelLost>
{
    public Task HandleAsync(ParcelMissed happened, Delivery delivery, CancellationToken cancellationToken) => contested.LookAsync(happened.Order, cancellationToken);

    public Task HandleAsync(MissedParcelFound happened, Delivery delivery, CancellationToken cancellationToken) => contested.LookAsync(happened.Order, cancellationToken);

    public Task HandleAsync(ParcelLost happened, Delivery delivery, CancellationToken cancellationToken) => contested.LookAsync(happened.Order, cancellationToken);
}
