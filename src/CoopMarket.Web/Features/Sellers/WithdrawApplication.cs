using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>An applicant takes her application back before it is decided: her papers and her bank account go, and its name is free again.</summary>
internal static class WithdrawApplication
{
    internal sealed record Command(Actor Actor) : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time, TakenNames names, MoveBook moves) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var application = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.OpenFor == command.Actor.Me, cancellationToken);
            if (application is null)
                return new NotFound();
            var before = application.State;
            if (await TakeBackAsync(db, application, names, time.Now(), cancellationToken) is { } refusal)
                return refusal;
            if (before != ApplicationState.Draft)
                await moves.WriteAsync(application.Id, before, application.State, command.Actor, "", cancellationToken);
            return Outcome.Done;
        }
    }

    // Of what was never handed in nobody needs to know that it was there.
    internal static async Task<Refusal?> TakeBackAsync(MarketDb db, SellerApplication application, TakenNames names, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isDraft = application.State == ApplicationState.Draft;
        if (application.Withdraw(now) is { } refusal)
            return refusal;
        await names.GiveUpAsync(application, cancellationToken);
        var looks = await db.Set<ApplicationLook>().Where(l => l.Application == application.Id).ToListAsync(cancellationToken);
        foreach (var look in looks)
            look.ForgetPerson();
        if (isDraft)
            db.RemoveRange([application, .. looks]);
        return null;
    }
}
