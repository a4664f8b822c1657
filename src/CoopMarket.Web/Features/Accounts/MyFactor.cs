using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Whether a person signs in with a second factor, with which, and what is left of her recovery codes.</summary>
internal static class MyFactor
{
    /// <summary>How many passkeys a person may have.</summary>
    public const int MostPasskeys = Passkey.Most;

    internal sealed record Query(Actor Actor) : IQuery<View>, IForPerson;

    /// <param name="AppSince">UTC; null where she has no app.</param>
    /// <param name="Passkeys">Those that she has, the oldest first.</param>
    /// <param name="CodesLeft">Recovery codes that are still good.</param>
    /// <param name="DemoCode">The next code of a demo's admin, in Development; null for everybody else.</param>
    internal sealed record View(DateTimeOffset? AppSince, IReadOnlyList<Kept> Passkeys, int CodesLeft, string? DemoCode)
    {
        public bool HasApp => AppSince is not null;

        public bool HasPasskeys => Passkeys.Count > 0;

        /// <summary>UTC; since when one of them is asked for. Null where she has none.</summary>
        public DateTimeOffset? Since => Passkeys is [var first, ..] && !(AppSince < first.Since) ? first.Since : AppSince;

        public bool IsOn => Since is not null;
    }

    /// <summary>A passkey as its owner sees it.</summary>
    /// <param name="Name">What she calls it.</param>
    /// <param name="Since">UTC.</param>
    /// <param name="Used">UTC; null while it was never used.</param>
    internal sealed record Kept(Guid Id, string Name, DateTimeOffset Since, DateTimeOffset? Used);

    internal sealed class Handler(MarketDb db, DemoFactor demo) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = query.Actor.Me.Value;
            var since = await db.Set<Authenticator>().Where(a => a.AccountId == me).Select(a => (DateTimeOffset?)a.Since).FirstOrDefaultAsync(cancellationToken);
            var passkeys = await db.Set<Passkey>().Where(p => p.AccountId == me).OrderBy(p => p.Since).ThenBy(p => p.Id)
                .Select(p => new Kept(p.Id, p.Name, p.Since, p.UsedAt)).ToListAsync(cancellationToken);
            var left = await db.Set<KeptRecoveryCode>().CountAsync(c => c.AccountId == me && c.UsedAt == null, cancellationToken);
            return new(since, passkeys, left, since is null ? null : await demo.CodeAsync(me, cancellationToken));
        }
    }
}
