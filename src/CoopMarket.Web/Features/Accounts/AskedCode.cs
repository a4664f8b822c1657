using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Whether a code is waited for from whoever just gave a password: not where the ticket is missing, too old or void.</summary>
internal static class AskedCode
{
    internal sealed record Query(Actor Actor, string? Ticket) : IQuery<bool>, IForAnyone;

    internal sealed class Handler(HalfWay halfWay) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query query, CancellationToken cancellationToken) => await halfWay.OfAsync(query.Ticket, cancellationToken) is not null;
    }
}
