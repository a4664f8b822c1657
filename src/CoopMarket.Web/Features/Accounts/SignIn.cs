using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A session that has begun.</summary>
internal sealed record SignedIn(PersonId Person, Guid Session);

/// <summary>A person signs in by phone or e-mail. Every way to fail looks and costs the same. Whoever has a second factor is asked for it next.</summary>
internal static class SignIn
{
    internal sealed class Form
    {
        public string? Who { get; set; }

        public string? Password { get; set; }

        /// <summary>What her passkey answered, in the place of both.</summary>
        public string? Passkey { get; set; }

        public string? ReturnUrl { get; set; }
    }

    /// <param name="Device">What the browser calls itself.</param>
    internal sealed record Command(Actor Actor, string? Who, string? Password, string Device) : ICommand<Outcome<Entry>>, IForAnyone, IEntrance, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Who).NotEmpty().WithMessage("accounts.who.missing").MaximumLength(Accounts.Handle.Longest).WithMessage("accounts.who.wrong");
            RuleFor(c => c.Password).NotEmpty().WithMessage("accounts.password.missing").MaximumLength(PasswordRules.Longest).WithMessage("accounts.password.long");
        }
    }

    internal sealed class Handler(
        MarketDb db, AccountFinder accounts, Passwords passwords, People people, DemoFactor demo, TimeProvider time, HalfWay halfWay, Sessions sessions, SignInThrottle throttle, AccountWork work)
        : IRequestHandler<Command, Outcome<Entry>>
    {
        public async Task<Outcome<Entry>> Handle(Command command, CancellationToken cancellationToken)
        {
            var handle = Accounts.Handle.Read(command.Who);
            var account = await accounts.FindAsync(handle, cancellationToken);
            var id = account?.Id ?? Guid.Empty;
            var address = command.Actor.Address;
            var isKnown = await db.Set<AccountSession>().AnyAsync(s => s.AccountId == id && s.Address == address, cancellationToken);
            if (!throttle.Allows(handle?.Key ?? Folding.Fold(command.Who!), address, isKnown))
                return new TooManyTries();
            if (!passwords.Matches(account, command.Password!))
                return new WrongSignIn();
            if (account!.SuspendedAt is not null)
                return new AccountSuspended();
            var isOfDemo = await demo.IsOfAsync(id, cancellationToken);
            if (!isOfDemo && await people.HasFactorAsync(account.PersonId, cancellationToken))
                return new Entry(null, halfWay.Ticket(account));
            // A demo's admin comes in without her code: that proves nothing yet.
            DateTimeOffset? provedAt = isOfDemo ? time.Now() - INeedsProof.Lasts : null;
            return await work.KeepAsync(
                () => Task.FromResult<Outcome<Entry>>(new Entry(new(account.PersonId, sessions.Begin(account, address, command.Device, provedAt).Id), null)), cancellationToken);
        }
    }
}
