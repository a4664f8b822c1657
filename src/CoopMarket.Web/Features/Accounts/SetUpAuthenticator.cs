using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A second factor that was just set up.</summary>
/// <param name="Session">The one session that goes on.</param>
/// <param name="Codes">The recovery codes; the market keeps only their hashes, so they are shown once. Empty where she had some, which stay good.</param>
internal sealed record FactorSetUp(SignedIn Session, IReadOnlyList<string> Codes);

/// <summary>A person shows by a first code that her app has the secret: from here on signing in asks for one. Every other session ends.</summary>
internal static class SetUpAuthenticator
{
    internal sealed class Form
    {
        /// <summary>The secret that the page showed, sealed.</summary>
        public string? Shown { get; set; }

        public string? Code { get; set; }

        public string? ReturnUrl { get; set; }
    }

    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, string? Shown, string? Code, string Device) : ICommand<Outcome<FactorSetUp>>, IForPerson, IEntrance, INeedsProof, IUntransacted
    {
        public Proof Proof => Proof.Lately;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).Must(c => Totp.Read(c) is not null).WithMessage("accounts.factor.code.six");
    }

    internal sealed class Handler(AccountFinder accounts, People people, Factors factors, Sessions sessions, AccountWork work, Outbox outbox, TimeProvider time)
        : IRequestHandler<Command, Outcome<FactorSetUp>>
    {
        public async Task<Outcome<FactorSetUp>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (factors.Shown(account.Id, command.Shown) is not { } secret)
                return new SecretTooOld();
            if (Totp.Match(secret, Totp.Read(command.Code)!, time.Now(), null) is not { } step)
                return new WrongFirstCode();
            return await work.KeepAsync(async () =>
            {
                if (await factors.HasAppAsync(account.Id, cancellationToken))
                    return (Outcome<FactorSetUp>)new AuthenticatorIsOn();
                var isFirst = !await people.HasFactorAsync(account.PersonId, cancellationToken);
                factors.Add(account, secret, step);
                var codes = isFirst ? await factors.RenewCodesAsync(account, cancellationToken) : [];
                await accounts.ChangeAsync(account, endSessions: true);
                outbox.Raise(new CredentialChanged(account.PersonId, isFirst ? Credential.AuthenticatorOn : Credential.AppAdded, null, time.Now()));
                return new FactorSetUp(new(account.PersonId, sessions.Begin(account, command.Actor.Address, command.Device).Id), codes);
            }, cancellationToken);
        }
    }
}
