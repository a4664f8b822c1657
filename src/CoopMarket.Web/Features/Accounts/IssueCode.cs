using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// A new one-time code for somebody who forgot her password and has no e-mail. Whoever can help herself by mail gets none, nor
/// does an admin: a code is a way into an account.
/// </summary>
internal static class IssueCode
{
    internal sealed record Command(Actor Actor, PersonId Person) : ICommand<Outcome<CodeOnPaper>>, IForAdmin, IUntransacted, IAbout
    {
        public string About => Person.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Person.Value).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(AccountFinder accounts, Links links, Passwords passwords, AccountWork work, Ids ids) : IRequestHandler<Command, Outcome<CodeOnPaper>>
    {
        public async Task<Outcome<CodeOnPaper>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await accounts.FindAsync(command.Person.Value, cancellationToken) is not { } account)
                return new NotFound();
            if (account.EmailConfirmed || account.IsAdmin || account.SuspendedAt is not null)
                return new NoCodeForHer();
            var code = PaperCode.Make(ids);
            var hash = passwords.Hash(code);
            return await work.KeepAsync(async () =>
            {
                await links.IssueAsync(account, LinkPurpose.OneTimeCode, null, hash, cancellationToken);
                return (Outcome<CodeOnPaper>)new CodeOnPaper(account.PersonId, PaperCode.Show(code));
            }, cancellationToken);
        }
    }
}
