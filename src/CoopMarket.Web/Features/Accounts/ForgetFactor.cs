using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Takes the second factor off for somebody who lost her phone, with her app and her passkeys, and her recovery codes, from the command line of the machine that
/// runs the market, after whoever types there made sure that it is she. No admin can do it in the browser: with a code on paper
/// besides, it would be a way into every account. Every session of hers ends and she gets a mail.
/// </summary>
internal static class ForgetFactor
{
    /// <param name="Who">Her phone or e-mail.</param>
    internal sealed record Command(Actor Actor, string? Who) : ICommand<Outcome<PersonId>>, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Actor).Must(a => a.IsJob).WithMessage("refusal.NotFound");
            RuleFor(c => c.Who).Must(w => Handle.Read(w) is not null).WithMessage("accounts.who.wrong");
        }
    }

    internal sealed class Handler(AccountFinder accounts, Factors factors, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome<PersonId>>
    {
        public async Task<Outcome<PersonId>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await accounts.FindAsync(Accounts.Handle.Read(command.Who), cancellationToken) is not { } account)
                return new NotFound();
            if (!await factors.RemoveAllAsync(account.Id, cancellationToken))
                return new NoAuthenticator();
            await accounts.ChangeAsync(account, endSessions: true);
            outbox.Raise(new CredentialChanged(account.PersonId, Credential.AuthenticatorOff, null, time.Now()));
            return account.PersonId;
        }
    }
}
