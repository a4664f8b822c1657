using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer misses a parcel that was sent: the clock stops, an admin looks after it.</summary>
internal static class BuyerNotArrived
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, SellerOrderId Part) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.ByCodeAsync(command.OrderCode, cancellationToken) is { } order && order.Part(command.Part) is not null
                ? order.Miss(command.Part, time.Now())
                : new NotFound();
    }
}
