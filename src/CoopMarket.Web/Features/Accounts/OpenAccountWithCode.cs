using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A code to write down and hand over; the market keeps only its hash, so it is shown once.</summary>
internal sealed record CodeOnPaper(PersonId Person, string Code);

/// <summary>An admin opens an account for somebody who can't, such as a seller without a smartphone, and gets a one-time code for her.</summary>
internal static class OpenAccountWithCode
{
    internal sealed class Form
    {
        public string? FullName { get; set; }

        public string? Who { get; set; }
    }

    internal sealed record Command(Actor Actor, string? FullName, string? Who) : ICommand<Outcome<CodeOnPaper>>, IForAdmin, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FullName).Must(n => PersonName.Read(n) is not null).WithMessage("accounts.name.wrong");
            RuleFor(c => c.Who).Must(w => Handle.Read(w) is not null).WithMessage("accounts.who.wrong");
        }
    }

    internal sealed class Handler(AccountFinder accounts, Links links, Passwords passwords, AccountWork work, Ids ids) : IRequestHandler<Command, Outcome<CodeOnPaper>>
    {
        public async Task<Outcome<CodeOnPaper>> Handle(Command command, CancellationToken cancellationToken)
        {
            var code = PaperCode.Make(ids);
            var hash = passwords.Hash(code);
            return await work.KeepAsync(async () =>
            {
                var account = await accounts.AddAsync(Accounts.Handle.Read(command.Who)!, PersonName.Read(command.FullName)!, "vi", null);
                await links.IssueAsync(account, LinkPurpose.OneTimeCode, null, hash, cancellationToken);
                return (Outcome<CodeOnPaper>)new CodeOnPaper(account.PersonId, PaperCode.Show(code));
            }, cancellationToken);
        }
    }
}
