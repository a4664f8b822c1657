using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Lets an order go that wasn't paid in time; its stock goes back. The money's arrival and this decide between them on the payment's row.</summary>
internal static class ExpireOrder
{
    internal sealed record Command(Actor Actor, OrderId Order) : ICommand, IForAdmin, IAbout
    {
        public string About => Order.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, Tills tills, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OneAsync(command.Order, cancellationToken) is not { } order)
                return new NotFound();
            var outcome = order.Expire(time.Now());
            if (!outcome.IsDone)
                return outcome;
            if (!await tills.TryCloseAsync(order.Id, AwaitedPaymentState.Expired, cancellationToken))
                return new WrongStep();
            await drawer.GiveBackAsync(order, order.Parts, cancellationToken);
            return outcome;
        }
    }
}
