using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Sees to it that a market that starts knows words that food may not be praised with.</summary>
internal sealed class ForbiddenWordsAtStart(IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Asked first, so that not every start leaves a row in the audit.
        if (FirstForbiddenWords.MissingFrom(await scope.ServiceProvider.GetRequiredService<MarketReads>().Of<ForbiddenWord>().ToListAsync(cancellationToken)).Count > 0)
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EnsureForbiddenWords.Command(Actor.Job("start")), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
