using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>
/// A cooperative sets its own prices for one zone, or stops sending there, from now on. What it has not set itself stays as the
/// market had it at the first change.
/// </summary>
internal static class SetDeliveryPrices
{
    public const int MostBands = 12;
    private const int MostGrams = 100_000;
    private const int MostDays = 90;

    internal sealed class Form
    {
        public List<Band> Bands { get; set; } = [];

        public string? DaysMin { get; set; }

        public string? DaysMax { get; set; }

        public bool Stop { get; set; }
    }

    /// <summary>One row as it is typed; an empty one is none.</summary>
    internal sealed class Band
    {
        public string? UpTo { get; set; }

        public string? Price { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(UpTo) && string.IsNullOrWhiteSpace(Price);

        public NumberVerdict Grams(out int grams) => TypedNumber.Read(UpTo, 1, MostGrams, out grams);

        public NumberVerdict Dong(out long dong) => TypedNumber.ReadDong(Price, 0, Money.Most, out dong);
    }

    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, Zone Zone, IReadOnlyList<Band> Bands, string? DaysMin, string? DaysMax, bool Stop)
        : ICommand, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Zone.ToString();

        /// <summary>The rows that can be read.</summary>
        public List<DeliveryRate> Rates()
        {
            if (Stop)
                return [];
            _ = TypedNumber.Read(DaysMin, 0, MostDays, out var least);
            _ = TypedNumber.Read(DaysMax, 0, MostDays, out var most);
            List<DeliveryRate> rates = [];
            foreach (var band in Bands)
                if (band.Grams(out var grams) == NumberVerdict.Whole && band.Dong(out var dong) == NumberVerdict.Whole)
                    rates.Add(new(Zone, grams, dong, least, most));
            return rates;
        }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Zone).IsInEnum();
            When(c => !c.Stop, () =>
            {
                RuleFor(c => c.Bands).Must(b => b.Count <= MostBands).WithMessage("shipping.rates.many")
                    .Must(b => b.Any(band => !band.IsEmpty)).WithMessage("shipping.rates.none");
                RuleForEach(c => c.Bands).Where(b => !b.IsEmpty).ChildRules(band =>
                {
                    band.RuleFor(b => b.UpTo).Must((b, _) => b.Grams(out int _) == NumberVerdict.Whole).WithMessage("shipping.rates.grams");
                    band.RuleFor(b => b.Price).Must((b, _) => b.Dong(out long _) == NumberVerdict.Whole).WithMessage("shipping.rates.dong");
                });
                RuleFor(c => c.DaysMin).Must(IsDays).WithMessage("shipping.rates.days");
                RuleFor(c => c.DaysMax).Must(IsDays).WithMessage("shipping.rates.days");
                RuleFor(c => c.Bands).Must((c, _) => RateTable.FindFlaw(c.Rates()) != RateFlaw.SameWeightTwice).WithMessage("shipping.rates.twice")
                    .Must((c, _) => RateTable.FindFlaw(c.Rates()) != RateFlaw.HeavierIsCheaper).WithMessage("shipping.rates.cheaper");
                RuleFor(c => c.DaysMax).Must((c, _) => RateTable.FindFlaw(c.Rates()) != RateFlaw.DaysTurned).WithMessage("shipping.rates.turned");
            });
        }

        private static bool IsDays(string? typed) => TypedNumber.Read(typed, 0, MostDays, out _) == NumberVerdict.Whole;
    }

    internal sealed class Handler(PriceLists lists) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = await lists.OfAsync(command.Cooperative, cancellationToken);
            return lists.Begin(command.Actor, command.Cooperative, [.. now.Rates.Where(r => r.Zone != command.Zone), .. command.Rates()], now.PickUp);
        }
    }
}
