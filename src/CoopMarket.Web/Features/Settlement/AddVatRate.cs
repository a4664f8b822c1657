using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>An admin writes down the rate that a class of value-added tax has from a day on. Orders placed before keep theirs.</summary>
internal static class AddVatRate
{
    internal sealed class Form
    {
        public VatClass? Class { get; set; }

        public string? Percent { get; set; }

        public DateOnly? From { get; set; }
    }

    /// <param name="Percent">As typed: «8», «7,5» or «7.5».</param>
    /// <param name="From">From the beginning of this day in Vietnam.</param>
    internal sealed record Command(Actor Actor, VatClass? Class, string? Percent, DateOnly? From) : ICommand, IForAdmin, IAbout
    {
        public string About => "vat";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Class).Must(k => k is { } known && Enum.IsDefined(known)).WithMessage("settlement.tax.class.flaw");
            RuleFor(c => c.Percent).Must(p => TypedPercent.Read(p) is >= 0 and <= VatRate.Most).WithMessage("settlement.tax.percent.flaw");
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
            db.Add(new VatRate
            {
                Id = ids.New<RuleId>(),
                Class = request.Class!.Value,
                BasisPoints = TypedPercent.Read(request.Percent)!.Value,
                From = from,
                AddedAt = now,
                AddedBy = request.Actor.Person,
            });
            return Task.FromResult(Outcome.Done);
        }
    }
}
