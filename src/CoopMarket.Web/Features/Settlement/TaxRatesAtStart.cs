using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Sees to it that a market that starts has tax rates.</summary>
internal sealed class TaxRatesAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var reads = scope.ServiceProvider.GetRequiredService<MarketReads>();
        // Asked first, so that not every start leaves a row in the audit.
        if (await reads.Of<VatRate>().AnyAsync(cancellationToken) && await reads.Of<WithholdingRate>().AnyAsync(cancellationToken))
            return;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EnsureTaxRates.Command(Actor.Job("start")), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
