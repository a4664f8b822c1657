using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>Sees to it that a market that starts has delivery rules.</summary>
internal sealed class RulesAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EnsureRules.Command(Actor.Job("start")), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
