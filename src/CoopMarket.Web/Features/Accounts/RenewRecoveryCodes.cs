using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Recovery codes to write down; the market keeps only their hashes, so they are shown once.</summary>
internal sealed record FreshCodes(IReadOnlyList<string> Codes);

/// <summary>Ten new recovery codes; all older ones are void.</summary>
internal static class RenewRecoveryCodes
{
    internal sealed record Command(Actor Actor) : ICommand<Outcome<FreshCodes>>, IForPerson, IEntrance, INeedsProof, ISerialized
    {
        public Proof Proof => Proof.Lately;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(AccountFinder accounts, People people, Factors factors, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome<FreshCodes>>
    {
        public async Task<Outcome<FreshCodes>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (!await people.HasFactorAsync(account.PersonId, cancellationToken))
                return new NoAuthenticator();
            outbox.Raise(new CredentialChanged(account.PersonId, Credential.RecoveryCodes, null, time.Now()));
            return new FreshCodes(await factors.RenewCodesAsync(account, cancellationToken));
        }
    }
}
