using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Ends a seller's time on the market, for good. Its name stays taken, so that nobody can pass for it. Not while buyers wait for something
/// of it: nobody would be there to send it or to say that it does not come.
/// </summary>
internal static class CloseSeller
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

    internal sealed class Handler(MarketDb db, BuyersOrders orders, TimeProvider time, MoveBook moves) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var cooperative = await db.Set<Cooperative>().FirstOrDefaultAsync(c => c.Application == command.Application, cancellationToken);
            if (cooperative is null)
                return new NotFound();
            var before = cooperative.State;
            var reason = Reasons.Clean(command.Reason);
            if (cooperative.State != SellerState.Closed && await orders.OpenPartsAsync(cooperative.Id, cancellationToken) is > 0 and var waiting)
                return new OrdersNotEnded(waiting);
            if (cooperative.Close(reason, time.Now()) is { } refusal)
                return refusal;
            await moves.WriteAsync(command.Application, before, cooperative.State, command.Actor, reason, cancellationToken);
            return Outcome.Done;
        }
    }
}
