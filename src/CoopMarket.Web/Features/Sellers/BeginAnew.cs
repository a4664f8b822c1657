using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Begins another application: after a rejection with what was told before, else with an empty one.</summary>
internal static class BeginAnew
{
    internal sealed record Command(Actor Actor) : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, People people, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await people.HoldAsync(command.Actor.Me, cancellationToken))
                return new AccountIsErased();
            var mine = db.Set<SellerApplication>().Where(a => a.Applicant == command.Actor.Me && !a.IsChange);
            if (await mine.AnyAsync(a => a.OpenFor != null, cancellationToken))
                return Outcome.Done;
            var now = time.Now();
            var anew = SellerApplication.Begin(ids.New<SellerApplicationId>(), command.Actor.Me, now);
            var last = await mine.OrderByDescending(a => a.EndedAt).FirstOrDefaultAsync(cancellationToken);
            if (last is { State: ApplicationState.Rejected })
                anew.Save(last.Details with { RulesVersion = "" }, command.Actor.Me, now);
            db.Add(anew);
            return Outcome.Done;
        }
    }
}
