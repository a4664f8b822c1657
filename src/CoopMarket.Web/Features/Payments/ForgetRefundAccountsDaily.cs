using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Lets <see cref="ForgetRefundAccounts"/> come round.</summary>
internal sealed class ForgetRefundAccountsDaily(IMediator mediator) : IScheduled
{
    public Task RunAsync(CancellationToken cancellationToken) => mediator.Send(new ForgetRefundAccounts.Command(Actor.Job("forget-refund-accounts")), cancellationToken);
}
