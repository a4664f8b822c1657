using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>
/// An admin adds the market's delivery prices from a day to come: one table, zones down, weights across. A zone without any price
/// isn't served; where one cell of a zone is empty, such parcels cost what the next heavier ones do.
/// </summary>
internal static class AddDeliveryDefaults
{
    public const int MostBands = 12;
    private const int MostGrams = 100_000;
    private const int MostDays = 90;

    internal sealed class Form
    {
        /// <summary>The weights, one for each column.</summary>
        public List<string?> UpTo { get; set; } = [];

        /// <summary>One row for each zone, in their order.</summary>
        public List<Row> Zones { get; set; } = [];

        public bool PickUp { get; set; }

        public DateOnly? From { get; set; }
    }

    internal sealed class Row
    {
        public List<string?> Prices { get; set; } = [];

        public string? DaysMin { get; set; }

        public string? DaysMax { get; set; }

        public bool IsServed => Prices.Any(p => !string.IsNullOrWhiteSpace(p));
    }

    internal sealed record Command(Actor Actor, DateTimeOffset? From, IReadOnlyList<string?> UpTo, IReadOnlyList<Row> Zones, bool PickUp) : ICommand, IForAdmin
    {
        /// <summary>The cells that can be read.</summary>
        public List<DeliveryRate> Rates()
        {
            List<DeliveryRate> rates = [];
            foreach (var (zone, row) in Enum.GetValues<Zone>().Zip(Zones))
            {
                _ = TypedNumber.Read(row.DaysMin, 0, MostDays, out var least);
                _ = TypedNumber.Read(row.DaysMax, 0, MostDays, out var most);
                foreach (var (upTo, price) in UpTo.Zip(row.Prices))
                    if (IsGrams(upTo, out var grams) && IsDong(price, out var dong))
                        rates.Add(new(zone, grams, dong, least, most));
            }

            return rates;
        }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.From).NotNull().WithMessage("settlement.rules.from.flaw");
            RuleFor(c => c.UpTo).Must(w => w.Count <= MostBands).WithMessage("shipping.rates.many");
            RuleForEach(c => c.UpTo).Must(w => string.IsNullOrWhiteSpace(w) || IsGrams(w, out _)).WithMessage("shipping.rates.grams");
            RuleFor(c => c.UpTo).Must(AllDiffer).WithMessage("shipping.rates.twice");
            RuleFor(c => c.Zones).Must((c, _) => c.Rates().Count > 0).WithMessage("shipping.rates.nowhere");
            RuleFor(c => c.Zones).Custom((zones, context) =>
            {
                for (var z = 0; z < zones.Count; z++)
                    foreach (var (cell, flaw) in Flaws(context.InstanceToValidate.UpTo, zones[z]))
                        context.AddFailure($"Zones[{z}].{cell}", flaw);
            });
        }

        private static bool AllDiffer(IReadOnlyList<string?> weights)
        {
            var read = weights.Select(w => IsGrams(w, out var grams) ? grams : 0).Where(g => g > 0).ToList();
            return read.Distinct().Count() == read.Count;
        }

        private static IEnumerable<(string Cell, string Flaw)> Flaws(IReadOnlyList<string?> upTo, Row row)
        {
            List<(int Grams, long Dong, int Column)> read = [];
            for (var i = 0; i < row.Prices.Count; i++)
            {
                if (string.IsNullOrWhiteSpace(row.Prices[i]))
                    continue;
                if (!IsDong(row.Prices[i], out var dong))
                    yield return ($"Prices[{i}]", "shipping.rates.dong");
                else if (i >= upTo.Count || string.IsNullOrWhiteSpace(upTo[i]))
                    yield return ($"Prices[{i}]", "shipping.rates.weightless");
                else if (IsGrams(upTo[i], out var grams))
                    read.Add((grams, dong, i));
            }

            var rising = read.OrderBy(r => r.Grams).ToList();
            foreach (var (lighter, heavier) in rising.Zip(rising.Skip(1)).Where(pair => pair.Second.Dong < pair.First.Dong))
                yield return ($"Prices[{heavier.Column}]", "shipping.rates.cheaper");
            if (!row.IsServed)
                yield break;
            var hasLeast = TypedNumber.Read(row.DaysMin, 0, MostDays, out var least) == NumberVerdict.Whole;
            var hasMost = TypedNumber.Read(row.DaysMax, 0, MostDays, out var most) == NumberVerdict.Whole;
            if (!hasLeast)
                yield return (nameof(Row.DaysMin), "shipping.rates.days");
            if (!hasMost)
                yield return (nameof(Row.DaysMax), "shipping.rates.days");
            else if (hasLeast && least > most)
                yield return (nameof(Row.DaysMax), "shipping.rates.turned");
        }
    }

    internal sealed class Handler(MarketDb db, Ids ids, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.From is not { } from || from < time.Now())
                return Task.FromResult(Outcome.Invalid(nameof(command.From), "shipping.rule.past"));
            db.Add(DeliveryRule.Add(ids.New<RuleId>(), null, from, command.Rates(), command.PickUp, command.Actor.Person));
            return Task.FromResult(Outcome.Done);
        }
    }

    private static bool IsGrams(string? typed, out int grams) => TypedNumber.Read(typed, 1, MostGrams, out grams) == NumberVerdict.Whole;

    private static bool IsDong(string? typed, out long dong) => TypedNumber.ReadDong(typed, 0, Money.Most, out dong) == NumberVerdict.Whole;
}
