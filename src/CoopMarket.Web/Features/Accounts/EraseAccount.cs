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

/// <summary>
/// A person has her account erased: every area forgets her, her sessions end, and what the law keeps stays without her name. Refused as
/// long as something of hers is not over.
/// </summary>
internal static class EraseAccount
{
    internal sealed class Form
    {
        public bool IsSure { get; set; }
    }

    /// <param name="IsSure">Whether she ticked that it can't be undone.</param>
    internal sealed record Command(Actor Actor, bool IsSure) : ICommand, IForPerson, IEntrance, INeedsProof
    {
        public Proof Proof => Proof.Lately;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.IsSure).Equal(true).WithMessage("accounts.erase.sure.missing");
    }

    internal sealed class Handler(MarketDb db, AccountFinder accounts, People people, IEnumerable<IKnowPersons> areas, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = command.Actor.Me;
            // Whoever keeps something of her meanwhile waits here, or is waited for; sent twice, the second finds it done.
            if (!await people.HoldAsync(me, cancellationToken))
                return Outcome.Done;
            var account = (await accounts.FindAsync(me.Value, cancellationToken))!;
            if (account.IsAdmin)
                return new AccountIsNeeded();
            foreach (var area in areas)
                if ((await area.InTheWayAsync(me, cancellationToken)).Count > 0)
                    return new AccountIsNeeded();

            List<string> reached = [];
            foreach (var area in areas)
                reached.AddRange(await area.ForgetAsync(me, cancellationToken));
            var confirmed = account.EmailConfirmed ? account.Email : null;
            reached.AddRange(await ForgetAsync(account, cancellationToken));
            await outbox.ForgetAsync(reached, cancellationToken);
            if (confirmed is not null)
                outbox.Raise(new AccountErased(confirmed, account.Language, time.Now()));
            account.Erase(time.Now());
            await accounts.ChangeAsync(account, endSessions: true);
            return Outcome.Done;
        }

        private async Task<IReadOnlyList<string>> ForgetAsync(Account account, CancellationToken cancellationToken)
        {
            var links = await db.Set<AccountLink>().Where(l => l.AccountId == account.Id).ToListAsync(cancellationToken);
            db.RemoveRange(links);
            db.RemoveRange(await db.Set<AccountSession>().Where(s => s.AccountId == account.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Set<Authenticator>().Where(a => a.AccountId == account.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Set<KeptRecoveryCode>().Where(c => c.AccountId == account.Id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Set<Passkey>().Where(p => p.AccountId == account.Id).ToListAsync(cancellationToken));
            var book = await db.Set<AddressEntry>().Where(e => e.Person == account.PersonId).ToListAsync(cancellationToken);
            db.RemoveRange(book);
            return [account.Email ?? "", account.PhoneNumber ?? "", .. links.SelectMany(l => new[] { l.Email ?? "", l.BoundTo ?? "" }), .. book.Select(e => e.Phone)];
        }
    }
}
