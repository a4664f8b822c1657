using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer calls off an order that she hasn't paid; its stock goes back.</summary>
internal static class CancelOrder
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, UnpaidOrders unpaid) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.ByCodeAsync(command.OrderCode, cancellationToken) is { } order ? await unpaid.CallOffAsync(order, cancellationToken) : new NotFound();
    }
}
