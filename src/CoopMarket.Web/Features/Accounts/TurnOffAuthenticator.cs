using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person takes her app off: she signs in by her password alone again, unless she has a passkey. Every other session ends.</summary>
internal static class TurnOffAuthenticator
{
    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, string Device) : ICommand<Outcome<SignedIn>>, IForPerson, IEntrance, INeedsProof
    {
        public Proof Proof => Proof.Lately;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(AccountFinder accounts, People people, Factors factors, Sessions sessions, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome<SignedIn>>
    {
        public async Task<Outcome<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (!await factors.RemoveAppAsync(account.Id, cancellationToken))
                return new NoAuthenticator();
            var isLast = !await people.HasFactorAsync(account.PersonId, cancellationToken);
            if (isLast)
                await factors.RemoveCodesAsync(account.Id, cancellationToken);
            await accounts.ChangeAsync(account, endSessions: true);
            outbox.Raise(new CredentialChanged(account.PersonId, isLast ? Credential.AuthenticatorOff : Credential.AppRemoved, null, time.Now()));
            return new SignedIn(account.PersonId, sessions.Begin(account, command.Actor.Address, command.Device, command.Actor.ProvedAt).Id);
        }
    }
}
