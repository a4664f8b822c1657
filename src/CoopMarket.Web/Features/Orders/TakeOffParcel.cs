using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>A further parcel was written down by mistake; the first one's number is put right by <see cref="ShipParcel"/>.</summary>
internal static class TakeOffParcel
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part, string Number) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is { } order
                ? order.TakeOffParcel(command.Part, command.Number)
                : new NotFound();
    }
}
