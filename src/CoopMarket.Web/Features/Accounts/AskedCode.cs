using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Whether a code is waited for from whoever just gave a password.</summary>
internal static class AskedCode
{
    /// <summary>The value is null where nobody's is: the ticket is missing, too old or void.</summary>
    internal sealed record Query(Actor Actor, string? Ticket) : IQuery<View?>, IForAnyone;

    /// <param name="DemoCode">The next code of a demo's admin, in Development; null for everybody else.</param>
    internal sealed record View(string? DemoCode);

    internal sealed class Handler(HalfWay halfWay, DemoFactor demo) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await halfWay.OfAsync(query.Ticket, cancellationToken) is { } account ? new(await demo.CodeAsync(account.Id, cancellationToken)) : null;
    }
}
