using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Lets a suspended seller sell again.</summary>
internal static class ReopenSeller
{
    /// <param name="Actor">The admin.</param>
    /// <param name="Application">The application that the cooperative came of.</param>
    /// <param name="Reason">What its managers read, on screen and in a mail.</param>
    internal sealed record Command(Actor Actor, SellerApplicationId Application, string Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(MarketDb db, MoveBook moves, OwnDesk own) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var cooperative = await db.Set<Cooperative>().FirstOrDefaultAsync(c => c.Application == command.Application, cancellationToken);
            if (cooperative is null)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, cooperative.Id, cancellationToken) is { } hers)
                return hers;
            var before = cooperative.State;
            var reason = Reasons.Clean(command.Reason);
            if (cooperative.Reopen(reason) is { } refusal)
                return refusal;
            await moves.WriteAsync(command.Application, before, cooperative.State, command.Actor, reason, cancellationToken);
            return Outcome.Done;
        }
    }
}
