using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person changes her password. Every session ends; this device gets a new one.</summary>
internal static class ChangePassword
{
    internal sealed class Form
    {
        public string? Current { get; set; }

        public string? Password { get; set; }
    }

    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, string? Current, string? Password, string Device) : ICommand<Outcome<SignedIn>>, IForPerson, IEntrance, INeedsProof, IUntransacted
    {
        public Proof Proof => Proof.FactorIfAny;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).CurrentPassword();
            RuleFor(c => c.Password).NewPassword();
        }
    }

    internal sealed class Handler(AccountFinder accounts, OwnPassword own, Passwords passwords, Links links, People people, Sessions sessions, AccountWork work, Outbox outbox, TimeProvider time)
        : IRequestHandler<Command, Outcome<SignedIn>>
    {
        public async Task<Outcome<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (own.Check(account, command.Current!, command.Actor.Address) is { } refusal)
                return refusal;
            if (PasswordRules.Flaw(command.Password, account.Email, account.PhoneNumber, account.FullName) is { } flaw)
                return Outcome<SignedIn>.Invalid(nameof(command.Password), flaw);
            var hash = passwords.Hash(command.Password!);
            return await work.KeepAsync(async () =>
            {
                account.PasswordHash = hash;
                await links.VoidAsync(account.Id, LinkPurpose.ResetPassword, cancellationToken);
                await links.VoidAsync(account.Id, LinkPurpose.OneTimeCode, cancellationToken);
                await accounts.ChangeAsync(account, endSessions: true);
                outbox.Raise(new CredentialChanged(account.PersonId, Credential.Password, null, time.Now()));
                // The password is no second factor: a session that began with one is no younger for it.
                var provedAt = await people.HasFactorAsync(account.PersonId, cancellationToken) ? command.Actor.ProvedAt : null;
                return (Outcome<SignedIn>)new SignedIn(account.PersonId, sessions.Begin(account, command.Actor.Address, command.Device, provedAt).Id);
            }, cancellationToken);
        }
    }
}
