using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>An admin writes down what is withheld for a kind of supply from a day on. What was withheld before stays as it was.</summary>
internal static class AddWithholdingRate
{
    internal sealed class Form
    {
        public SupplyKind? Kind { get; set; }

        public string? Vat { get; set; }

        public string? Income { get; set; }

        public DateOnly? From { get; set; }
    }

    /// <param name="Vat">As typed: «1», «1,5» or «1.5».</param>
    /// <param name="Income">As typed.</param>
    /// <param name="From">From the beginning of this day in Vietnam.</param>
    internal sealed record Command(Actor Actor, SupplyKind? Kind, string? Vat, string? Income, DateOnly? From) : ICommand, IForAdmin, IAbout
    {
        public string About => "withholding";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(k => k is { } known && Enum.IsDefined(known)).WithMessage("settlement.tax.kind.flaw");
            RuleFor(c => c.Vat).Must(p => TypedPercent.Read(p) is >= 0 and <= WithholdingRate.Most).WithMessage("settlement.tax.withheld.flaw");
            RuleFor(c => c.Income).Must(p => TypedPercent.Read(p) is >= 0 and <= WithholdingRate.Most).WithMessage("settlement.tax.withheld.flaw");
            RuleFor(c => c.From).NotNull().WithMessage("settlement.rules.from.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var from = VietnamDay.Begin(request.From!.Value);
            if (from <= now)
                return Task.FromResult<Outcome>(new TaxStartsInPast());
            db.Add(new WithholdingRate
            {
                Id = ids.New<RuleId>(),
                Kind = request.Kind!.Value,
                VatBasisPoints = TypedPercent.Read(request.Vat)!.Value,
                IncomeBasisPoints = TypedPercent.Read(request.Income)!.Value,
                From = from,
                AddedAt = now,
                AddedBy = request.Actor.Person,
            });
            return Task.FromResult(Outcome.Done);
        }
    }
}
