using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Ends every session of a person, this one too.</summary>
internal static class SignOutEverywhere
{
    internal sealed record Command(Actor Actor) : ICommand, IForPerson, IEntrance;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(AccountFinder accounts) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            await accounts.ChangeAsync((await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!, endSessions: true);
            return Outcome.Done;
        }
    }
}
