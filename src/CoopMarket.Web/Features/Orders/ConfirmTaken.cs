using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// An admin, neither its buyer nor of its cooperative, asked buyer and carrier about a parcel that its cooperative had written down as
/// refused: it was taken and paid at the door. Now its fee is owed as of any sale, and nothing is held against the buyer.
/// </summary>
internal static class ConfirmTaken
{
    internal sealed record Command(Actor Actor, string Code, SellerOrderId Part) : ICommand, IForAdmin, IAbout
    {
        public string About => PublicCode.TryParse(Code, out var code) ? code.Value : "";
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(OrderDrawer drawer, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.ByCodeAsync(command.Code, cancellationToken) is not { } order || order.Part(command.Part) is not { } part)
                return new NotFound();
            if (order.Buyer is { } buyer && buyer == command.Actor.Person)
                return new OwnAffair();
            if (await own.RefuseAsync(command.Actor, part.Cooperative, cancellationToken) is { } hers)
                return hers;
            var outcome = order.TakeAfterAll(command.Part, time.Now());
            // What was sold meanwhile can't be taken twice; its cooperative is asked to count.
            if (outcome.IsDone)
                await drawer.TryTakeAgainAsync(order, part, cancellationToken);
            return outcome;
        }
    }
}
