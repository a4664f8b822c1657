using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>The second step of signing in: the code of the app, one of the recovery codes, or a passkey of the account. Each answer is good once.</summary>
internal static class EnterCode
{
    internal sealed class Form
    {
        public string? Code { get; set; }

        /// <summary>A recovery code, in its place.</summary>
        public string? Recovery { get; set; }

        /// <summary>What her passkey answered, in its place.</summary>
        public string? Passkey { get; set; }

        public string? ReturnUrl { get; set; }
    }

    /// <param name="Ticket">What the right password gave.</param>
    /// <param name="Device">What the browser calls itself.</param>
    /// <param name="Passkey">Null: a code was typed.</param>
    internal sealed record Command(Actor Actor, string? Ticket, string? Code, string Device, PasskeyAnswer? Passkey = null) : ICommand<Outcome<SignedIn>>, IForAnyone, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Must(Factors.IsCode).When(c => c.Passkey is null).WithMessage("accounts.factor.code.wrong");
            RuleFor(c => c.Passkey).Must(PasskeyAnswerRule.IsFit).When(c => c.Passkey is not null).WithMessage("accounts.passkey.missing");
        }
    }

    internal sealed class Handler(HalfWay halfWay, OwnFactor own, OwnPasskey ownPasskey) : IRequestHandler<Command, Outcome<SignedIn>>
    {
        public async Task<Outcome<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await halfWay.OfAsync(command.Ticket, cancellationToken) is not { } account)
                return new SignInAgain();
            if (account.SuspendedAt is not null)
                return new AccountSuspended();
            if (command.Passkey is { } passkey)
                return await ownPasskey.EnterAsync(account, passkey, command.Actor, command.Device, null, cancellationToken);
            return await own.EnterAsync(account, nameof(command.Code), command.Code, command.Actor, command.Device, null, cancellationToken);
        }
    }
}
