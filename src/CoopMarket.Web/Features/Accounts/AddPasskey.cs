using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person keeps a passkey that her device just made: it signs her in, and counts as a second factor. Every other session ends.</summary>
internal static class AddPasskey
{
    internal sealed class Form
    {
        public string? Name { get; set; }

        /// <summary>What her device made.</summary>
        public string? Passkey { get; set; }

        public string? ReturnUrl { get; set; }
    }

    /// <param name="Name">What she calls it.</param>
    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, string? Name, PasskeyAnswer Passkey, string Device)
        : ICommand<Outcome<FactorSetUp>>, IForPerson, IEntrance, INeedsProof, IUntransacted
    {
        public Proof Proof => Proof.Lately;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Must(n => PasskeyName.Read(n) is not null).WithMessage("accounts.passkey.name.wrong");
            RuleFor(c => c.Passkey).Must(PasskeyAnswerRule.IsFit).WithMessage("accounts.passkey.missing");
        }
    }

    internal sealed class Handler(MarketDb db, AccountFinder accounts, People people, Factors factors, Passkeys passkeys, Sessions sessions, AccountWork work, Outbox outbox, TimeProvider time)
        : IRequestHandler<Command, Outcome<FactorSetUp>>
    {
        public async Task<Outcome<FactorSetUp>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(command.Actor.Me.Value, cancellationToken))!;
            if (passkeys.Offered(command.Passkey.Ticket, account) is not { } asked)
                return new PasskeyTooLate();
            if (await passkeys.NamedAsync(command.Passkey.Json, cancellationToken) is not null)
                return new PasskeyIsThere();
            if (await passkeys.MadeAsync(asked, command.Passkey.Json) is not { } made)
                return new WrongPasskey();
            // Of several that come at once the account's own row lets one through.
            return await work.KeepAsync(async () =>
            {
                if (await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, cancellationToken) >= Passkey.Most)
                    return (Outcome<FactorSetUp>)new TooManyPasskeys();
                var isFirst = !await people.HasFactorAsync(account.PersonId, cancellationToken);
                passkeys.Add(account, made, PasskeyName.Read(command.Name)!);
                var codes = isFirst ? await factors.RenewCodesAsync(account, cancellationToken) : [];
                await accounts.ChangeAsync(account, endSessions: true);
                outbox.Raise(new CredentialChanged(account.PersonId, Credential.PasskeyAdded, null, time.Now()));
                return new FactorSetUp(new(account.PersonId, sessions.Begin(account, command.Actor.Address, command.Device).Id), codes);
            }, cancellationToken);
        }
    }
}
