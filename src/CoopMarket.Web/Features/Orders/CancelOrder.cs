using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer calls off an order that she hasn't paid; its stock goes back.</summary>
internal static class CancelOrder
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, Tills tills, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.ByCodeAsync(command.OrderCode, cancellationToken) is not { } order)
                return new NotFound();
            var outcome = order.CancelUnpaid(time.Now());
            if (!outcome.IsDone)
                return outcome;
            if (!await tills.TryCloseAsync(order.Id, AwaitedPaymentState.Canceled, cancellationToken))
                return new WrongStep();
            await drawer.GiveBackAsync(order, order.Parts, cancellationToken);
            return outcome;
        }
    }
}
