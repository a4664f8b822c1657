using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer has her parcel.</summary>
internal static class BuyerReceived
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, SellerOrderId Part) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.ByCodeAsync(command.OrderCode, cancellationToken) is { } order && order.Part(command.Part) is not null
                ? order.Deliver(command.Part, Witness.Buyer, time.Now())
                : new NotFound();
    }
}
