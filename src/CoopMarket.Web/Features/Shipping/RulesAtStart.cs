using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>Sees to it that a market that starts has delivery rules.</summary>
internal sealed class RulesAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var reads = scope.ServiceProvider.GetRequiredService<MarketReads>();
        // Asked first, so that not every start leaves a row in the audit.
        if (await reads.Of<DeliveryRule>().AnyAsync(r => r.Cooperative == null, cancellationToken) && await reads.Of<DeliveryBlock>().AnyAsync(cancellationToken))
            return;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EnsureRules.Command(Actor.Job("start")), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
