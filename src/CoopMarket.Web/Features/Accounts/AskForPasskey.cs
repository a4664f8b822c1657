using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Where a passkey is asked for.</summary>
internal enum PasskeyPlace
{
    /// <summary>Signing in: whoever answers.</summary>
    SignIn,

    /// <summary>After the right password: one of that account's.</summary>
    Code,

    /// <summary>A signed-in person who is asked again: one of hers.</summary>
    Confirm,
}

/// <summary>A question for a passkey; null where nobody is half-way in or signed in who could be asked.</summary>
internal static class AskForPasskey
{
    /// <param name="Ticket">What the right password gave; null where none was.</param>
    internal sealed record Query(Actor Actor, PasskeyPlace Place, string? Ticket) : IQuery<PasskeyQuestion?>, IForAnyone;

    internal sealed class Handler(AccountFinder accounts, HalfWay halfWay, Passkeys passkeys) : IRequestHandler<Query, PasskeyQuestion?>
    {
        public async Task<PasskeyQuestion?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.Place is PasskeyPlace.SignIn)
                return await passkeys.AskAsync(null);
            var account = query.Place is PasskeyPlace.Code
                ? await halfWay.OfAsync(query.Ticket, cancellationToken)
                : query.Actor.Person is { } me ? await accounts.FindAsync(me.Value, cancellationToken) : null;
            return account is null ? null : await passkeys.AskAsync(account);
        }
    }
}
