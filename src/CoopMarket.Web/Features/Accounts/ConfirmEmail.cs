using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// The owner of an e-mail address says that it is hers, signed in to the account that named it: whoever opened an account with
/// another's address can't have it confirmed by her press on a link. Only then does a changed address take the old one's
/// place; links that went to the old one are void from there on.
/// </summary>
internal static class ConfirmEmail
{
    internal sealed record Command(Actor Actor, string? Token) : ICommand, IForPerson, IEntrance;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Token).NotEmpty().WithMessage("refusal.LinkSpent");
    }

    internal sealed class Handler(AccountFinder accounts, Links links, UserManager<Account> users, Outbox outbox, TimeProvider time)
        : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (links.Read(command.Token) is not { } id
                || await links.PeekAsync(id, LinkPurpose.ConfirmEmail, cancellationToken) is not { } link
                || await accounts.FindAsync(link.AccountId, cancellationToken) is not { } account
                || account.PersonId != command.Actor.Me
                || !await links.SpendAsync(link, cancellationToken))
                return new LinkSpent();
            if (account.NormalizedEmail != users.NormalizeEmail(link.Email))
            {
                outbox.Raise(new CredentialChanged(account.PersonId, Credential.Email, account.EmailConfirmed ? account.Email : null, time.Now()));
                await links.VoidAsync(account.Id, LinkPurpose.ResetPassword, cancellationToken);
                await links.VoidAsync(account.Id, LinkPurpose.OneTimeCode, cancellationToken);
            }

            account.Email = link.Email;
            account.EmailConfirmed = true;
            await accounts.ChangeAsync(account, endSessions: false);
            return Outcome.Done;
        }
    }
}
