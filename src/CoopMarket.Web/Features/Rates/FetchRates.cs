using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Rates;
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
        var kept = await mediator.Send(new KeepRates.Command(Job, await ReadAsync(cancellationToken)), cancellationToken);
        Kept(kept.Value.Count);
        if (kept.Value.Refused.Count > 0)
            Refused(string.Join(", ", kept.Value.Refused.Select(r => r.Currency)));
    }

    private async Task<IReadOnlyList<FedRate>?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await feed.ReadAsync(VietnamDay.Of(time.GetUtcNow()), cancellationToken);
        }
        catch (RatesUnreachableException e)
        {
            Unreachable(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Kept {Count} new rates")]
    private partial void Kept(int count);

    [LoggerMessage(LogLevel.Error, "Left out rates that nobody can be sure of, an admin has to look: {Currencies}")]
    private partial void Refused(string currencies);

    [LoggerMessage(LogLevel.Warning, "The feed of rates could not be read")]
    private partial void Unreachable(Exception e);
}
