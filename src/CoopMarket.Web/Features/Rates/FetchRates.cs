using CoopMarket.Web.Adapters.Rates;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Rates;

/// <summary>Comes round and fetches the bank's rates, where the market is set to do so.</summary>
internal sealed partial class FetchRates(IMediator mediator, VietcombankFeed feed, RateFeedSettings settings, TimeProvider time, ILogger<FetchRates> log) : IScheduled
{
    private static readonly Actor Job = Actor.Job("fetch-rates");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOn)
            return;
        try
        {
            var kept = await mediator.Send(new KeepRates.Command(Job, await feed.ReadAsync(Show.Day(time.GetUtcNow()), cancellationToken)), cancellationToken);
            Kept(kept.Value.Count);
            if (kept.Value.FarOff.Count > 0)
                FarOff(string.Join(", ", kept.Value.FarOff));
        }
        catch (RatesUnreachableException e)
        {
            Unreachable(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Kept {Count} new rates")]
    private partial void Kept(int count);

    [LoggerMessage(LogLevel.Error, "Left out rates that are far from the last ones, an admin has to look: {Currencies}")]
    private partial void FarOff(string currencies);

    [LoggerMessage(LogLevel.Warning, "The feed of rates could not be read")]
    private partial void Unreachable(Exception e);
}
