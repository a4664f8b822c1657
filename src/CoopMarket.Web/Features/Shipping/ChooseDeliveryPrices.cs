using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>A cooperative goes back to the market's delivery prices, or to the list of its own that it had before.</summary>
internal static class ChooseDeliveryPrices
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, bool Own) : ICommand, IForCooperative, ISerialized
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PriceLists lists) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = await lists.OfAsync(command.Cooperative, cancellationToken);
            if (now.IsOwn == command.Own)
                return Outcome.Done;
            if (command.Own)
                return now.LastOwn is { } own ? lists.Begin(command.Actor, command.Cooperative, own.Rates, own.PickUp) : new NotFound();
            lists.Leave(command.Actor, command.Cooperative);
            return Outcome.Done;
        }
    }
}
