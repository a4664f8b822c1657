using CoopMarket.Domain.Orders;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A buyer wants to send something back, or it is settled: its share stays held meanwhile.</summary>
internal sealed class OnReturn(Contested contested) : IHandle<ReturnAsked>, IHandle<ReturnEnded>
{
    public Task HandleAsync(ReturnAsked happened, Delivery delivery, CancellationToken cancellationToken) => contested.LookAsync(happened.Order, cancellationToken);

    public Task HandleAsync(ReturnEnded happened, Delivery delivery, CancellationToken cancellationToken) => contested.LookAsync(happened.Order, cancellationToken);
}
