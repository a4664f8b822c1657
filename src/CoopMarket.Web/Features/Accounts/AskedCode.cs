using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What is waited for from whoever just gave a password; null where the ticket is missing, too old or void.</summary>
internal static class AskedCode
{
    internal sealed record Query(Actor Actor, string? Ticket) : IQuery<View?>, IForAnyone;

    /// <param name="HasApp">Whether the code of an app opens.</param>
    /// <param name="HasPasskeys">Whether a passkey opens.</param>
    internal sealed record View(bool HasApp, bool HasPasskeys);

    internal sealed class Handler(MarketDb db, HalfWay halfWay, Factors factors) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await halfWay.OfAsync(query.Ticket, cancellationToken) is { } account
                ? new(await factors.HasAppAsync(account.Id, cancellationToken), await db.Set<Passkey>().AnyAsync(p => p.AccountId == account.Id, cancellationToken))
                : null;
    }
}
