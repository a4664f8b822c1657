using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Takes persons out of what is kept of sellers when the law no longer asks for it: out of each move after its time, and out of
/// applications and cooperatives when that time has passed since they ended. What was begun and left lying for as long goes as if its
/// applicant had taken it back.
/// </summary>
internal static class ForgetNames
{
    private const int AtOnce = 200;

    internal sealed record Command(Actor Actor) : ICommand, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TakenNames names, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var rules = await db.Set<KeepingRule>().AsNoTracking().OrderByDescending(r => r.StartsOn).ThenByDescending(r => r.Id).ToListAsync(cancellationToken);
            var months = rules.Find(r => r.StartsOn <= VietnamDay.Of(now))?.Months ?? KeepingRule.UsualMonths;
            var before = now.AddMonths(-months);

            foreach (var move in await db.Set<SellerMove>().Where(m => m.ForgottenAt == null && m.At < before).OrderBy(m => m.At).Take(AtOnce).ToListAsync(cancellationToken))
                move.ForgetPerson(now);

            // What an application of a selling cooperative tells is still needed; it goes with the cooperative.
            var ended = await db.Set<SellerApplication>().Where(a => a.EndedAt < before && a.ForgottenAt == null)
                .Where(a => !db.Set<Cooperative>().Any(c => c.Id == a.Cooperative && (c.ClosedAt == null || c.ClosedAt >= before)))
                .OrderBy(a => a.EndedAt).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var application in ended)
            {
                application.ForgetPerson(now);
                foreach (var look in await db.Set<ApplicationLook>().Where(l => l.Application == application.Id).ToListAsync(cancellationToken))
                    look.ForgetPerson();
                if (!application.IsChange && await db.Set<Cooperative>().FirstOrDefaultAsync(c => c.Application == application.Id, cancellationToken) is { } cooperative)
                    cooperative.ForgetPerson();
            }

            // What lies with the admins is theirs to decide, however long it takes them.
            var lying = await db.Set<SellerApplication>().Where(a => a.OpenFor != null && a.State != ApplicationState.Submitted && a.SavedAt < before).OrderBy(a => a.SavedAt).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var application in lying)
                await WithdrawApplication.TakeBackAsync(db, application, names, now, cancellationToken);
            return Outcome.Done;
        }
    }
}
