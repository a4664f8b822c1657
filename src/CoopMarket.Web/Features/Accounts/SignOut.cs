using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Ends one session of a person, for every copy of its cookie.</summary>
internal static class SignOut
{
    internal sealed record Command(Actor Actor, Guid Session) : ICommand, IForPerson, IEntrance;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Session).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(Sessions sessions) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await sessions.EndAsync(command.Session, command.Actor.Me.Value, cancellationToken) > 0 ? Outcome.Done : new NotFound();
    }
}
