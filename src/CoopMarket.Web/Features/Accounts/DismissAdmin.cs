using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// An admin takes the right off another who leaves the office: she buys and sells on as everybody does, and may have her account
/// erased. The market is never without one, because nobody takes it off herself.
/// </summary>
internal static class DismissAdmin
{
    internal sealed record Command(Actor Actor, PersonId Person) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Person.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(AccountFinder accounts, People people) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.Actor.Person == command.Person)
                return new NotYourself();
            // Two who dismiss each other at once: the second is none any more.
            if (!command.Actor.IsJob && !await people.IsAdminAsync(command.Actor.Me, cancellationToken))
                return new NotFound();
            if (await accounts.FindAsync(command.Person.Value, cancellationToken) is not { IsAdmin: true } account)
                return new NotFound();
            account.IsAdmin = false;
            await accounts.ChangeAsync(account, endSessions: true);
            return Outcome.Done;
        }
    }
}
