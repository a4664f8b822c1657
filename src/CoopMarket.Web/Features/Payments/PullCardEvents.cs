using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Comes round and fetches what the gateway could not deliver, so that a webhook that failed for days closes its gap.</summary>
internal sealed partial class PullCardEvents(IServiceScopeFactory scopes, StripeCards cards, StripeSettings settings, TimeProvider time, ILogger<PullCardEvents> log) : IScheduled
{
    // Stripe itself tries for three days and lists messages of thirty; this runs every hour, so a week is more than any outage.
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    private static readonly Actor Job = Actor.Job("pull-card-events");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        try
        {
            foreach (var message in await cards.UndeliveredAsync(time.Now() - Back, cancellationToken))
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new StoreCardEvent.Command(Job, message), cancellationToken);
            }
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The card gateway could not be asked for undelivered messages")]
    private partial void Unreachable(Exception e);
}
