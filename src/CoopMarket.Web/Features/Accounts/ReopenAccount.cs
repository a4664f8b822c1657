using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>An admin lets a suspended person in again; she signs in anew.</summary>
internal static class ReopenAccount
{
    internal sealed record Command(Actor Actor, PersonId Person) : ICommand, IForAdmin, IAbout
    {
        public string About => Person.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Person.Value).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(AccountFinder accounts) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await accounts.FindAsync(command.Person.Value, cancellationToken) is not { ErasedAt: null } account)
                return new NotFound();
            account.SuspendedAt = null;
            account.SuspendedFor = null;
            await accounts.ChangeAsync(account, endSessions: true);
            return Outcome.Done;
        }
    }
}
