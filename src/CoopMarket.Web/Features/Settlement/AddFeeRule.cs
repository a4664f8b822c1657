using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>An admin sets the market's fee from a day on. Orders placed before keep theirs.</summary>
internal static class AddFeeRule
{
    internal sealed class Form
    {
        public string? Percent { get; set; }

        public DateOnly? From { get; set; }
    }

    /// <param name="Percent">As typed: «6», «6,5» or «6.25».</param>
    /// <param name="From">From the beginning of this day in Vietnam.</param>
    internal sealed record Command(Actor Actor, string? Percent, DateOnly? From) : ICommand, IForAdmin, IAbout
    {
        public string About => "fee";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Percent).Must(p => TypedPercent.Read(p) is >= 0 and <= FeeRule.Most).WithMessage("settlement.rules.percent.flaw");
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
                return Task.FromResult<Outcome>(new RuleStartsInPast());
            db.Add(new FeeRule { Id = ids.New<RuleId>(), BasisPoints = TypedPercent.Read(request.Percent)!.Value, From = from, AddedAt = now, AddedBy = request.Actor.Person });
            return Task.FromResult(Outcome.Done);
        }
    }
}
