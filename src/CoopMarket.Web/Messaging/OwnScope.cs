using MediatR;

namespace CoopMarket.Web.Messaging;

/// <summary>Sends a request in a scope of its own: with its own transaction, whatever else its sender is in the midst of.</summary>
internal sealed class OwnScope(IServiceScopeFactory scopes)
{
    public async Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
