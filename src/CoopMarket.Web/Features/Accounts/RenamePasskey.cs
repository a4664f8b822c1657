using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person gives a passkey of hers another name.</summary>
internal static class RenamePasskey
{
    internal sealed class Form
    {
        public string? Name { get; set; }
    }

    internal sealed record Command(Actor Actor, Guid Passkey, string? Name) : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).Must(n => PasskeyName.Read(n) is not null).WithMessage("accounts.passkey.name.wrong");
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Passkey>().FirstOrDefaultAsync(p => p.Id == command.Passkey && p.AccountId == command.Actor.Me.Value, cancellationToken) is not { } passkey)
                return new NotFound();
            passkey.Name = PasskeyName.Read(command.Name)!;
            return Outcome.Done;
        }
    }
}
