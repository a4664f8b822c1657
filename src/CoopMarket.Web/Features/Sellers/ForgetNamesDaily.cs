using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Lets <see cref="ForgetNames"/> come round.</summary>
internal sealed class ForgetNamesDaily(IMediator mediator) : IScheduled
{
    public Task RunAsync(CancellationToken cancellationToken) => mediator.Send(new ForgetNames.Command(Actor.Job("forget-names")), cancellationToken);
}
