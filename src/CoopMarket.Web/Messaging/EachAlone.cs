using CoopMarket.Domain.Shared;
using MediatR;

namespace CoopMarket.Web.Messaging;

/// <summary>Sends what a round found due, one by one, each in a scope of its own: one that fails keeps none of the others from being done.</summary>
internal sealed partial class EachAlone(OwnScope own, ILogger<EachAlone> log)
{
    public async Task SendAsync(IEnumerable<IRequest<Outcome>> due, CancellationToken cancellationToken)
    {
        foreach (var command in due)
        {
            try
            {
                await own.SendAsync(command, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(Pipeline.RequestName.Of(command.GetType()), e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Command} failed; it is due again in the next round")]
    private partial void Failed(string command, Exception e);
}
