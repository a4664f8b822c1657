using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>An admin suspends a person: every session of hers is over at the next request.</summary>
internal static class SuspendAccount
{
    internal sealed class Form
    {
        public string? Reason { get; set; }
    }

    /// <param name="Reason">For the other admins; kept with the account.</param>
    internal sealed record Command(Actor Actor, PersonId Person, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Person.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason)
            .Must(r => CleanText.Read(r, AccountMapping.LongestReason, out _) == TextVerdict.Clean).WithMessage("accounts.people.reason.wrong");
    }

    internal sealed class Handler(AccountFinder accounts, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.Actor.Person == command.Person)
                return new NotYourself();
            if (await accounts.FindAsync(command.Person.Value, cancellationToken) is not { ErasedAt: null } account)
                return new NotFound();
            CleanText.Read(command.Reason, AccountMapping.LongestReason, out var reason);
            account.SuspendedAt ??= time.Now();
            account.SuspendedFor = reason;
            await accounts.ChangeAsync(account, endSessions: true);
            return Outcome.Done;
        }
    }
}
