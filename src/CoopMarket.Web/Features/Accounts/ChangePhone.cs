using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person changes the phone number she signs in with.</summary>
internal static class ChangePhone
{
    internal sealed class Form
    {
        public string? Phone { get; set; }

        public string? Password { get; set; }
    }

    internal sealed record Command(Actor Actor, string? Phone, string? Password) : ICommand, IForPerson, IEntrance, INeedsProof, IUntransacted
    {
        public Proof Proof => Proof.FactorIfAny;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Phone).Must(p => Phones.Read(p) is not null).WithMessage("accounts.phone.wrong");
            RuleFor(c => c.Password).CurrentPassword();
        }
    }

    internal sealed class Handler(AccountFinder accounts, OwnPassword own, AccountWork work, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (own.Check(account, command.Password!, command.Actor.Address) is { } refusal)
                return refusal;
            return await work.KeepAsync(async () =>
            {
                account.PhoneNumber = Phones.Read(command.Phone);
                await accounts.ChangeAsync(account, endSessions: false);
                outbox.Raise(new CredentialChanged(account.PersonId, Credential.Phone, null, time.Now()));
                return Outcome.Done;
            }, cancellationToken);
        }
    }
}
