using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping.Contract;

/// <summary>
/// A new cooperative says, before its first product goes on sale, whether it sends abroad: at the market's prices, or only within
/// Vietnam, by a list of its own that begins as the market's. Whoever has said where she sends has said it.
/// </summary>
internal static class ChooseAbroad
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, bool Abroad) : ICommand, IForCooperative, ISerialized
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PriceLists lists, AbroadChoice choice) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await choice.IsMadeAsync(command.Cooperative, cancellationToken))
                return Outcome.Done;
            if (!command.Abroad)
            {
                var now = await lists.OfAsync(command.Cooperative, cancellationToken);
                return lists.Begin(command.Actor, command.Cooperative, [.. now.Rates.Where(r => r.Zone is Zone.SameProvince or Zone.Vietnam)], now.PickUp);
            }

            lists.Leave(command.Actor, command.Cooperative);
            return Outcome.Done;
        }
    }
}
