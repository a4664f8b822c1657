using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Begins a session for whoever answers with a good passkey, and uses the answer up with it. It stands for both factors: the device has
/// the key, and it saw its owner's finger, face or code. Wrong answers are counted with wrong codes.
/// </summary>
internal sealed class OwnPasskey(Passkeys passkeys, Sessions sessions, SignInThrottle throttle, AccountWork work)
{
    /// <param name="account">Whose passkey was asked for; null: whoever answers.</param>
    /// <param name="device">What the browser calls itself.</param>
    /// <param name="before">The session that the new one takes the place of; null where there is none.</param>
    public async Task<Outcome<SignedIn>> EnterAsync(Account? account, PasskeyAnswer answer, Actor actor, string device, Guid? before, CancellationToken cancellationToken)
    {
        if (passkeys.Asked(answer.Ticket, account) is not { } asked)
            return new PasskeyTooLate();
        if (await passkeys.NamedAsync(answer.Json, cancellationToken) is not { } owner || (account is not null && account.Id != owner))
            return new UnknownPasskey();
        var key = OwnFactor.Counted(owner);
        if (!throttle.Allows(key, actor.Address, isKnown: false, Limit.Code))
            return new TooManyCodes();
        if (await passkeys.SeenAsync(asked, answer.Json) is not { } held)
            return new WrongPasskey();
        if (held.Account.SuspendedAt is not null)
            return new AccountSuspended();
        var outcome = await work.KeepAsync(async () =>
        {
            if (!await passkeys.TakeAsync(asked, held.Account, held.Seen, cancellationToken))
                return (Outcome<SignedIn>)new PasskeyTooLate();
            if (before is { } old)
                await sessions.EndAsync(old, held.Account.Id, cancellationToken);
            return new SignedIn(held.Account.PersonId, sessions.Begin(held.Account, actor.Address, device).Id);
        }, cancellationToken);
        if (outcome.IsDone)
            throttle.GiveBack(key, actor.Address);
        return outcome;
    }
}

/// <summary>The shape of an answer.</summary>
internal static class PasskeyAnswerRule
{
    /// <summary>Whether it may be read at all; an empty one comes from a browser that ran no script.</summary>
    public static bool IsFit(PasskeyAnswer? answer) => answer is { Json.Length: > 0 and <= PasskeyAnswer.Longest };
}
