using System.Globalization;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Messaging;
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
    internal sealed record Command(Actor Actor, string? Percent, DateOnly? From) : ICommand, IForAdmin, IAbout, INeedsProof
    {
        public string About => TypedPercent.Read(Percent) is { } basisPoints && From is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{basisPoints / 100m:0.##} %, {day:yyyy-MM-dd}") : "";

        public Proof Proof => Proof.Factor;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Percent).Must(p => TypedPercent.Read(p) is >= 0 and <= FeeRule.Most).WithMessage("settlement.rules.percent.flaw");
            RuleFor(c => c.From).NotNull().WithMessage("settlement.rules.from.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, FeeRules fees, Outbox outbox, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var (basisPoints, from) = (TypedPercent.Read(request.Percent)!.Value, VietnamDay.Begin(request.From!.Value));
            if (from <= now)
                return new RuleStartsInPast();
            // What lowers it may come tomorrow; what raises it is told first, also where a lower one was to come between.
            var before = await fees.AtAsync(from, cancellationToken);
            if (basisPoints > before && request.From < VietnamDay.Of(now).AddDays(FeeRule.DaysOfNotice))
                return new FeeNeedsNotice(FeeRule.DaysOfNotice);
            var rule = ids.New<RuleId>();
            outbox.Raise(new FeeSet(rule, basisPoints, from, before));
            db.Add(new FeeRule { Id = rule, BasisPoints = basisPoints, From = from, AddedAt = now, AddedBy = request.Actor.Person });
            return Outcome.Done;
        }
    }
}
