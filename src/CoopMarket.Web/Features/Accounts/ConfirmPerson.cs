using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// A signed-in person proves once more that it is she: by a code or a passkey, or by her password where she has no second factor. A new
/// session takes the place of this one.
/// </summary>
internal static class ConfirmPerson
{
    internal sealed class Form
    {
        public string? Code { get; set; }

        /// <summary>A recovery code, in its place.</summary>
        public string? Recovery { get; set; }

        /// <summary>What her passkey answered, in their place.</summary>
        public string? Passkey { get; set; }

        public string? Password { get; set; }

        /// <summary>Where she goes from here, without the language's prefix.</summary>
        public string? Goal { get; set; }

        /// <summary>Whether a form of hers waits in this page and is sent on to the goal.</summary>
        public bool SendsOn { get; set; }
    }

    /// <param name="Session">The session to replace.</param>
    /// <param name="Device">What the browser calls itself.</param>
    /// <param name="Passkey">Null: she typed something.</param>
    internal sealed record Command(Actor Actor, Guid Session, string? Code, string? Password, string Device, PasskeyAnswer? Passkey = null) : ICommand<Outcome<SignedIn>>, IForPerson, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Password).MaximumLength(PasswordRules.Longest).WithMessage("accounts.password.long");
            RuleFor(c => c.Passkey).Must(PasskeyAnswerRule.IsFit).When(c => c.Passkey is not null).WithMessage("accounts.passkey.missing");
        }
    }

    internal sealed class Handler(AccountFinder accounts, People people, OwnFactor ownFactor, OwnPasskey ownPasskey, OwnPassword ownPassword, Sessions sessions, AccountWork work)
        : IRequestHandler<Command, Outcome<SignedIn>>
    {
        public async Task<Outcome<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (actor, account) = (command.Actor, (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!);
            if (command.Passkey is { } passkey)
                return await ownPasskey.EnterAsync(account, passkey, actor, command.Device, command.Session, cancellationToken);
            if (await people.HasFactorAsync(account.PersonId, cancellationToken))
                return await ownFactor.EnterAsync(account, nameof(command.Code), command.Code, actor, command.Device, command.Session, cancellationToken);
            if (string.IsNullOrEmpty(command.Password))
                return Outcome<SignedIn>.Invalid(nameof(command.Password), "accounts.password.missing");
            if (ownPassword.Check(account, command.Password, actor.Address) is { } refusal)
                return refusal;
            return await work.KeepAsync(async () =>
            {
                await sessions.EndAsync(command.Session, account.Id, cancellationToken);
                return (Outcome<SignedIn>)new SignedIn(account.PersonId, sessions.Begin(account, actor.Address, command.Device).Id);
            }, cancellationToken);
        }
    }
}
