using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Hands an application in, and takes its names.</summary>
internal static class SubmitApplication
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
            if (application.Submit(time.Now()) is { } refusal)
                return refusal;
            if (await names.AnotherHasAsync(application, [], cancellationToken))
                return new NameLooksTaken();
            await names.TakeAsync(application, [], cancellationToken);
            await moves.WriteAsync(application.Id, before, application.State, command.Actor, "", cancellationToken);
            return Outcome.Done;
        }
    }
}
