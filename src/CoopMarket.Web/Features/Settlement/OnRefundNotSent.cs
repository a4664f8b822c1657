using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// The gateway was asked to send money back and sent none. Where the buyer's bank took the charge back while it was asked, what is
/// owed to her still is set off against that.
/// </summary>
internal sealed class OnRefundNotSent(Claims claims, Tills tills) : IHandle<RefundNotSent>
{
    public async Task HandleAsync(RefundNotSent happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (happened.Order is not { } order)
            return;
        await tills.HoldAsync(order, cancellationToken);
        await claims.SetOffAsync(happened.Refund, delivery.Id, order, delivery.RaisedAt, cancellationToken);
    }
}
