using CoopMarket.Domain.Payments;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A buyer's bank disputes what paid an order, or no longer: its shares stay held meanwhile.</summary>
internal sealed class OnDispute(Contested contested) : IHandle<PaymentDisputed>, IHandle<DisputeEnded>
{
    public Task HandleAsync(PaymentDisputed happened, Delivery delivery, CancellationToken cancellationToken) => contested.LookAsync(happened.Order, cancellationToken);

    public Task HandleAsync(DisputeEnded happened, Delivery delivery, CancellationToken cancellationToken) => contested.LookAsync(happened.Order, cancellationToken);
}
