using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Links.Jobs;

/// <summary>Goes on until nothing is left that has no short address. It may run on every node: who comes second finds nothing.</summary>
internal sealed class GiveMissingLinksHourly(IMediator mediator) : IScheduled
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while ((await mediator.Send(new GiveMissingLinks.Command(Actor.Job("give-missing-links")), cancellationToken)).Value > 0)
        {
        }
    }
}
