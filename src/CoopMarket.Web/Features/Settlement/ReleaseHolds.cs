using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Comes round and releases what is due.</summary>
internal sealed class ReleaseHolds(IServiceScopeFactory scopes, TimeProvider time) : IScheduled
{
    private const int Batch = 200;

    private static readonly Actor Job = Actor.Job("release-holds");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var due in await DueAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReleaseHold.Command(Job, due), cancellationToken);
        }
    }

    private async Task<List<SellerOrderId>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.Now();
        return await scope.ServiceProvider.GetRequiredService<MarketDb>().Set<Hold>()
            .Where(h => h.ReleasedAt == null && h.DueAt <= now).OrderBy(h => h.DueAt).Take(Batch).Select(h => h.SellerOrder).ToListAsync(cancellationToken);
    }
}
