using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>A cooperative sets its own delivery prices from now on; without rows and pick-up the market's apply again.</summary>
internal static class SetDeliveryPrices
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, IReadOnlyList<DeliveryRate> Rates, bool PickUp) : ICommand, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Rates).SetValidator(new RatesValidator());
    }

    internal sealed class Handler(MarketDb db, Ids ids, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            db.Add(DeliveryRule.Add(ids.New<RuleId>(), command.Cooperative, time.Now(), command.Rates, command.PickUp, command.Actor.Person));
            return Task.FromResult(Outcome.Done);
        }
    }
}

/// <summary>Rows that can be a price list, and not too many of them.</summary>
internal sealed class RatesValidator : AbstractValidator<IReadOnlyList<DeliveryRate>>
{
    private const int MostRows = 120;

    public RatesValidator()
    {
        RuleFor(rates => rates).Must(rates => rates.Count <= MostRows && rates.All(r => r.PriceDong <= Money.Most && Enum.IsDefined(r.Zone))).WithMessage("shipping.rates.many");
        RuleFor(rates => rates).Must(rates => RateTable.FindFlaw(rates) is null).WithMessage("shipping.rates.flaw");
    }
}
