using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A new password by a mailed link. All sessions end; whoever held the old password is out.</summary>
internal static class SetNewPassword
{
    internal sealed class Form
    {
        public string? Password { get; set; }
    }

    internal sealed record Command(Actor Actor, string? Token, string? Password) : ICommand, IForAnyone, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password).NewPassword();
    }

    internal sealed class Handler(AccountFinder accounts, Links links, Passwords passwords, Factors factors, AccountWork work, Outbox outbox, TimeProvider time)
        : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (links.Read(command.Token) is not { } id)
                return new LinkSpent();
            var hash = passwords.Hash(command.Password!);
            return await work.KeepAsync(async () =>
            {
                if (await links.PeekAsync(id, LinkPurpose.ResetPassword, cancellationToken) is not { } link
                    || !await links.SpendAsync(link, cancellationToken)
                    || await accounts.FindAsync(link.AccountId, cancellationToken) is not { } account)
                    return (Outcome)new LinkSpent();
                account.PasswordHash = hash;

                // The mail reached her, so the address is proved. Before, a stranger may have opened the account with it, and a factor of
                // hers would keep its owner out.
                if (!account.EmailConfirmed)
                    await factors.RemoveAllAsync(account.Id, cancellationToken);
                account.EmailConfirmed = true;
                await links.VoidAsync(account.Id, LinkPurpose.OneTimeCode, cancellationToken);
                await accounts.ChangeAsync(account, endSessions: true);
                outbox.Raise(new CredentialChanged(account.PersonId, Credential.Password, null, time.Now()));
                return Outcome.Done;
            }, cancellationToken);
        }
    }
}
