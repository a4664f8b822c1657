using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>A cooperative lets buyers fetch their goods at its place, or no longer does.</summary>
internal static class OfferPickUp
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, bool IsOffered) : ICommand, IForCooperative, ISerialized
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PriceLists lists) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = await lists.OfAsync(command.Cooperative, cancellationToken);
            return now.PickUp == command.IsOffered ? Outcome.Done : lists.Begin(command.Actor, command.Cooperative, now.Rates, command.IsOffered);
        }
    }
}
