using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Whether a person signs in with a second factor, and what is left of her recovery codes.</summary>
internal static class MyFactor
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForPerson;

    /// <param name="Since">UTC; null where she has none.</param>
    /// <param name="CodesLeft">Recovery codes that are still good.</param>
    /// <param name="DemoCode">The next code of a demo's admin, in Development; null for everybody else.</param>
    internal sealed record View(DateTimeOffset? Since, int CodesLeft, string? DemoCode)
    {
        public bool IsOn => Since is not null;
    }

    internal sealed class Handler(MarketDb db, DemoFactor demo) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = query.Actor.Me.Value;
            var since = await db.Set<Authenticator>().Where(a => a.AccountId == me).Select(a => (DateTimeOffset?)a.Since).FirstOrDefaultAsync(cancellationToken);
            var left = await db.Set<KeptRecoveryCode>().CountAsync(c => c.AccountId == me && c.UsedAt == null, cancellationToken);
            return new(since, left, since is null ? null : await demo.CodeAsync(me, cancellationToken));
        }
    }
}
