using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using FluentValidation;

namespace CoopMarket.Web.Features.Shipping;

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
