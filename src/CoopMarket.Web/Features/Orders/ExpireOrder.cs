using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Lets an order go that wasn't paid in time; its stock goes back.</summary>
internal static class ExpireOrder
{
    internal sealed record Command(Actor Actor, OrderId Order) : ICommand, IForAdmin, IAbout
    {
        public string About => Order.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, UnpaidOrders unpaid) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => await drawer.OneAsync(command.Order, cancellationToken) is { } order ? await unpaid.ExpireAsync(order, cannotBePaid: false, cancellationToken) : new NotFound();
    }
}
