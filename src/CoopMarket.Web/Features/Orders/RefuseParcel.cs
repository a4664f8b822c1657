using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer did not take a parcel; it came back, and so does its stock. What was paid for the goods goes back to her, and where she had withdrawn the price of the way as well.</summary>
internal static class RefuseParcel
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, SellerOrderId Part) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Packing;

        public string About => Part.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, Returns returns, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OfPartAsync(command.Cooperative, command.Part, cancellationToken) is not { } order)
                return new NotFound();
            var outcome = order.RefuseAtDoor(command.Part, await returns.OfOrderAsync(order.Id, cancellationToken), time.Now());
            if (!outcome.IsDone)
                return outcome;
            await returns.VoidAsync(command.Part, cancellationToken);
            await drawer.GiveBackAsync(order, [order.Part(command.Part)!], cancellationToken);
            return outcome;
        }
    }
}
