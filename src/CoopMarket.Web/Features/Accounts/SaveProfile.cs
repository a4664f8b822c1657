using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person changes her name or the language of her mails.</summary>
internal static class SaveProfile
{
    internal sealed class Form
    {
        public string? FullName { get; set; }

        public string? Language { get; set; }
    }

    internal sealed record Command(Actor Actor, string? FullName, string? Language) : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FullName).Must(n => PersonName.Read(n) is not null).WithMessage("accounts.name.wrong");
            RuleFor(c => c.Language).Must(l => Languages.All.Contains(l, StringComparer.Ordinal)).WithMessage("accounts.language.wrong");
        }
    }

    internal sealed class Handler(AccountFinder accounts) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            account.FullName = PersonName.Read(command.FullName)!;
            account.Language = command.Language!;
            await accounts.ChangeAsync(account, endSessions: false);
            return Outcome.Done;
        }
    }
}
