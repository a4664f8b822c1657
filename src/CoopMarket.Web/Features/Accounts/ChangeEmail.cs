using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// A person asks for another e-mail address, or for the confirming mail again. It takes its place once it is confirmed; that
/// another account has it is told to its owner only.
/// </summary>
internal static class ChangeEmail
{
    internal sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }

    internal sealed record Command(Actor Actor, string? Email, string? Password) : ICommand, IForPerson, IEntrance, INeedsProof, IUntransacted
    {
        public Proof Proof => Proof.FactorIfAny;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).Must(e => MailAddresses.Read(e) is not null).WithMessage("accounts.email.wrong");
            RuleFor(c => c.Password).CurrentPassword();
        }
    }

    internal sealed class Handler(AccountFinder accounts, OwnPassword own, Links links, AccountWork work) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (own.Check(account, command.Password!, command.Actor.Address) is { } refusal)
                return refusal;
            var email = MailAddresses.Read(command.Email)!;
            var (most, within, _) = Limit.Table[Limit.Register];
            return await work.KeepAsync(async () =>
            {
                var other = await accounts.FindAsync(new Handle(email, null), cancellationToken);
                if (!await links.MayIssueAsync(account, within, most, cancellationToken, LinkPurpose.ConfirmEmail))
                    return (Outcome)new TooManyTries();
                if (other is null || other.Id == account.Id)
                    await links.IssueAsync(account, LinkPurpose.ConfirmEmail, email, null, cancellationToken);
                else if (await links.MayIssueAsync(other, TimeSpan.FromDays(1), 1, cancellationToken, LinkPurpose.Reminder))
                    await links.IssueAsync(other, LinkPurpose.Reminder, other.Email, null, cancellationToken);
                return Outcome.Done;
            }, cancellationToken);
        }
    }
}
