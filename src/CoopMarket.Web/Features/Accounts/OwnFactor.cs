using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Begins a session for whoever gives a good code, and uses the code up with it. Wrong codes are counted, for each account and address and for each account.</summary>
internal sealed class OwnFactor(Factors factors, Sessions sessions, SignInThrottle throttle, AccountWork work)
{
    /// <summary>Under which name an account's wrong codes and passkeys are counted.</summary>
    public static string Counted(Guid account) => "factor " + account;

    /// <param name="field">Where it was typed.</param>
    /// <param name="device">What the browser calls itself.</param>
    /// <param name="before">The session that the new one takes the place of; null where there is none.</param>
    public async Task<Outcome<SignedIn>> EnterAsync(Account account, string field, string? typed, Actor actor, string device, Guid? before, CancellationToken cancellationToken)
    {
        if (!Factors.IsCode(typed))
            return Outcome<SignedIn>.Invalid(field, "accounts.factor.code.wrong");
        var key = Counted(account.Id);
        if (!throttle.Allows(key, actor.Address, isKnown: false, Limit.Code))
            return new TooManyCodes();
        var outcome = await work.KeepAsync(async () =>
        {
            if (!await factors.TakeAsync(account, typed!, cancellationToken))
                return (Outcome<SignedIn>)new WrongFactorCode();
            if (before is { } old)
                await sessions.EndAsync(old, account.Id, cancellationToken);
            return new SignedIn(account.PersonId, sessions.Begin(account, actor.Address, device).Id);
        }, cancellationToken);
        if (outcome.IsDone)
            throttle.GiveBack(key, actor.Address);
        return outcome;
    }
}
