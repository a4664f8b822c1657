using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>An admin adds the market's delivery prices from a day to come, or from now.</summary>
internal static class AddDeliveryDefaults
{
    internal sealed record Command(Actor Actor, DateTimeOffset From, IReadOnlyList<DeliveryRate> Rates, bool PickUp) : ICommand, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Rates).NotEmpty().WithMessage("shipping.rates.flaw");
            RuleFor(c => c.Rates).SetValidator(new RatesValidator());
        }
    }

    internal sealed class Handler(MarketDb db, Ids ids, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.From < time.Now())
                return Task.FromResult(Outcome.Invalid(nameof(command.From), "shipping.rule.past"));
            db.Add(DeliveryRule.Add(ids.New<RuleId>(), null, command.From, command.Rates, command.PickUp, command.Actor.Person));
            return Task.FromResult(Outcome.Done);
        }
    }
}
