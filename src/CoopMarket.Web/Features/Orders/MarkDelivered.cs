using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The cooperative knows that its parcel arrived, or handed it over itself.</summary>
internal static class MarkDelivered
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is not { } order)
                return new NotFound();
            if (await drawer.BarAsync(order, command.Part, cancellationToken) is { } recalled)
                return recalled;
            return order.Deliver(command.Part, Witness.Cooperative, time.Now());
        }
    }
}
