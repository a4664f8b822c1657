using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A question for a new passkey; null where she has as many as an account may have.</summary>
internal static class OfferPasskey
{
    internal sealed record Query(Actor Actor) : IQuery<PasskeyQuestion?>, IForPerson, INeedsProof
    {
        public Proof Proof => Proof.Lately;
    }

    internal sealed class Handler(MarketDb db, AccountFinder accounts, Passkeys passkeys) : IRequestHandler<Query, PasskeyQuestion?>
    {
        public async Task<PasskeyQuestion?> Handle(Query query, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(query.Actor.Me.Value, cancellationToken))!;
            return await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, cancellationToken) < Passkey.Most ? await passkeys.OfferAsync(account) : null;
        }
    }
}
