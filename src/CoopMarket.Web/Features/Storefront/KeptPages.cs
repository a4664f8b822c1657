using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// Every node looks once a second whether the shop has changed, and if so forgets the pages that it keeps: a new price is on every page
/// of every node within three seconds, and nobody has to tell the nodes of each other.
/// </summary>
internal sealed partial class KeptPages(IServiceScopeFactory scopes, IOutputCacheStore pages, ShopEdition edition, TimeProvider time, ILogger<KeptPages> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private long _seen = -1;

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var count = await scope.ServiceProvider.GetRequiredService<Changes>().CountAsync(cancellationToken);
        if (count == _seen)
            return;
        // Pages that are made from now on shall not be made of what was known before.
        await scope.ServiceProvider.GetRequiredService<FaceReader>().AgainAsync(cancellationToken);
        edition.Turn(count);
        await pages.EvictByTagAsync(PublicCache.Tag, cancellationToken);
        _seen = count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Stumbled(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The look at whether the shop has changed stumbled and goes on")]
    private partial void Stumbled(Exception e);
}
