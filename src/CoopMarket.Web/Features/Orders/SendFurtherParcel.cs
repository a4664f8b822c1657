using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What was sent goes in one more parcel.</summary>
internal static class SendFurtherParcel
{
    /// <param name="Number">The carrier's.</param>
    /// <param name="Without">Numbers of lots that were called back and of which nothing is in it.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part, Carrier Carrier, string Number, IReadOnlyCollection<string> Without) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Carrier).IsInEnum().WithMessage("orders.ship.carrier");
            RuleFor(c => c.Number).Must(TrackingLink.IsNumber).WithMessage("orders.ship.number").WithState(_ => new object[] { TrackingLink.MaxNumber });
        }
    }

    internal sealed class Handler(OrderDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is not { } order)
                return new NotFound();
            return await drawer.BarFurtherAsync(order, command.Part, command.Without, cancellationToken) is { } recalled
                ? recalled
                : order.SendFurther(command.Part, command.Carrier, command.Number.Trim(), time.Now());
        }
    }
}
