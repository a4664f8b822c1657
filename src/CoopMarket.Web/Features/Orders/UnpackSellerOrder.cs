using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Takes «packed» back, as long as the part was not handed over.</summary>
internal static class UnpackSellerOrder
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is { } order
                ? order.Unpack(command.Part)
                : new NotFound();
    }
}
