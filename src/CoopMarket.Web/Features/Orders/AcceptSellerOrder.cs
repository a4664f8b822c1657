using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The cooperative will send its part.</summary>
internal static class AcceptSellerOrder
{
    /// <param name="HasCalled">Whether she called the buyer, who wants it; asked for where the cooperative calls first.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part, bool HasCalled = false) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, Cooperatives cooperatives, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is not { } order)
                return new NotFound();
            var now = time.Now();
            var closed = await cooperatives.ClosedAsync([command.Cooperative], VietnamDay.Of(now), cancellationToken);
            return order.Accept(command.Part, now, command.HasCalled, closed.GetValueOrDefault(command.Cooperative));
        }
    }
}
