using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// A person opens her account by phone or e-mail. The answer and the work are the same when somebody has it already; then the
/// owner of the address is told by mail.
/// </summary>
internal static class RegisterAccount
{
    internal sealed class Form
    {
        public string? FullName { get; set; }

        public string? Who { get; set; }

        public string? Password { get; set; }

        public string? ReturnUrl { get; set; }
    }

    /// <summary>The value is the new person; null when the account was there before.</summary>
    internal sealed record Command(Actor Actor, string? FullName, string? Who, string? Password, string Language)
        : ICommand<Outcome<PersonId?>>, IForAnyone, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FullName).Must(n => PersonName.Read(n) is not null).WithMessage("accounts.name.wrong");
            RuleFor(c => c.Who).Must(w => Handle.Read(w) is not null).WithMessage("accounts.who.wrong");
            RuleFor(c => c.Password).NewPassword(c => c.Who, c => c.FullName);
        }
    }

    internal sealed class Handler(AccountFinder accounts, Passwords passwords, Links links, AccountWork work) : IRequestHandler<Command, Outcome<PersonId?>>
    {
        public async Task<Outcome<PersonId?>> Handle(Command command, CancellationToken cancellationToken)
        {
            var handle = Accounts.Handle.Read(command.Who)!;
            var hash = passwords.Hash(command.Password!);
            var outcome = await work.KeepAsync(async () =>
            {
                var known = await accounts.FindAsync(handle, cancellationToken);
                if (known is not null)
                {
                    await RemindAsync(known, cancellationToken);
                    return (Outcome<PersonId?>)(PersonId?)null;
                }

                var account = await accounts.AddAsync(handle, PersonName.Read(command.FullName)!, command.Language, hash);
                if (account.Email is not null)
                    await links.IssueAsync(account, LinkPurpose.ConfirmEmail, account.Email, null, cancellationToken);
                return account.PersonId;
            }, cancellationToken);

            // Two at once: the second finds what the first one made, and is answered alike.
            return outcome.Refusal is EmailTaken or PhoneTaken ? (PersonId?)null : outcome;
        }

        private async Task RemindAsync(Account known, CancellationToken cancellationToken)
        {
            if (known.Email is not null
                && await links.MayIssueAsync(known, TimeSpan.FromDays(1), 1, cancellationToken, LinkPurpose.Reminder, LinkPurpose.ConfirmEmail))
                await links.IssueAsync(known, LinkPurpose.Reminder, known.Email, null, cancellationToken);
        }
    }
}
