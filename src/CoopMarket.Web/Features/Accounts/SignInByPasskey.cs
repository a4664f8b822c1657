using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person signs in by a passkey alone: it tells who she is, and stands for both factors.</summary>
internal static class SignInByPasskey
{
    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, PasskeyAnswer Passkey, string Device) : ICommand<Outcome<SignedIn>>, IForAnyone, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Passkey).Must(PasskeyAnswerRule.IsFit).WithMessage("accounts.passkey.missing");
    }

    internal sealed class Handler(OwnPasskey own) : IRequestHandler<Command, Outcome<SignedIn>>
    {
        public Task<Outcome<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
            => own.EnterAsync(null, command.Passkey, command.Actor, command.Device, null, cancellationToken);
    }
}
