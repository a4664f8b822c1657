using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The buyer calls off a part that is not packed yet, or not sent where its cooperative may not sell; its stock goes back.</summary>
internal static class BuyerCancels
{
    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, SellerOrderId Part) : ICommand, IForGuestOf;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, Cooperatives cooperatives, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.ByCodeAsync(command.OrderCode, cancellationToken) is not { } order || order.Part(command.Part) is not { } part)
                return new NotFound();
            var seller = await cooperatives.OneAsync(part.Cooperative, cancellationToken);
            var outcome = order.CancelPart(command.Part, time.Now(), isHalted: seller?.State != SellerState.Approved);
            if (outcome.IsDone)
                await drawer.GiveBackAsync(order, [part], cancellationToken);
            return outcome;
        }
    }
}
