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

/// <summary>A person sets her password by the one-time code that she was given on paper, and is signed in, after the code of her second factor where she has one.</summary>
internal static class UseCode
{
    private const int MostTyped = 40;

    internal sealed class Form
    {
        public string? Who { get; set; }

        public string? Code { get; set; }

        public string? Password { get; set; }
    }

    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, string? Who, string? Code, string? Password, string Device)
        : ICommand<Outcome<Entry>>, IForAnyone, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Who).Must(w => Handle.Read(w) is not null).WithMessage("accounts.who.wrong");
            RuleFor(c => c.Code).Must(c => c is { Length: <= MostTyped } && PaperCode.Read(c).Length == PaperCode.Length).WithMessage("accounts.code.wrong");
            RuleFor(c => c.Password).NewPassword(c => c.Who);
        }
    }

    internal sealed class Handler(
        MarketDb db, AccountFinder accounts, Links links, Passwords passwords, People people, HalfWay halfWay, Sessions sessions, SignInThrottle throttle, AccountWork work, Outbox outbox,
        TimeProvider time)
        : IRequestHandler<Command, Outcome<Entry>>
    {
        public async Task<Outcome<Entry>> Handle(Command command, CancellationToken cancellationToken)
        {
            var handle = Accounts.Handle.Read(command.Who)!;
            if (!throttle.Allows("code " + handle.Key, command.Actor.Address, isKnown: false))
                return new TooManyTries();
            var account = await accounts.FindAsync(handle, cancellationToken);
            var (id, boundTo, now) = (account?.Id ?? Guid.Empty, account?.NormalizedEmail, time.Now());
            var link = await db.Set<AccountLink>().AsNoTracking().FirstOrDefaultAsync(
                l => l.AccountId == id && l.Purpose == LinkPurpose.OneTimeCode && l.SpentAt == null && l.ExpiresAt > now && l.BoundTo == boundTo, cancellationToken);
            var hash = passwords.Hash(command.Password!);
            if (!passwords.Matches(link?.CodeHash, PaperCode.Read(command.Code!)))
                return new WrongCode();
            if (account!.SuspendedAt is not null)
                return new AccountSuspended();
            return await work.KeepAsync(async () =>
            {
                if (!await links.SpendAsync(link!, cancellationToken))
                    return (Outcome<Entry>)new WrongCode();
                account.PasswordHash = hash;
                await accounts.ChangeAsync(account, endSessions: true);
                outbox.Raise(new CredentialChanged(account.PersonId, Credential.Password, null, now));
                // The paper stands for the password, never for the second factor.
                return await people.HasFactorAsync(account.PersonId, cancellationToken)
                    ? new Entry(null, halfWay.Ticket(account))
                    : new Entry(new(account.PersonId, sessions.Begin(account, command.Actor.Address, command.Device).Id), null);
            }, cancellationToken);
        }
    }
}
