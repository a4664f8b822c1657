using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A passkey of hers opens the account no more. With the last factor the recovery codes go. Every other session ends.</summary>
internal static class RemovePasskey
{
    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, Guid Passkey, string Device) : ICommand<Outcome<SignedIn>>, IForPerson, IEntrance, INeedsProof
    {
        public Proof Proof => Proof.Lately;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(AccountFinder accounts, People people, Factors factors, Sessions sessions, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome<SignedIn>>
    {
        public async Task<Outcome<SignedIn>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (!await factors.RemovePasskeyAsync(account.Id, command.Passkey, cancellationToken))
                return new NotFound();
            var isLast = !await people.HasFactorAsync(account.PersonId, cancellationToken);
            if (isLast)
                await factors.RemoveCodesAsync(account.Id, cancellationToken);
            await accounts.ChangeAsync(account, endSessions: true);
            outbox.Raise(new CredentialChanged(account.PersonId, isLast ? Credential.LastPasskeyRemoved : Credential.PasskeyRemoved, null, time.Now()));
            return new SignedIn(account.PersonId, sessions.Begin(account, command.Actor.Address, command.Device, command.Actor.ProvedAt).Id);
        }
    }
}
