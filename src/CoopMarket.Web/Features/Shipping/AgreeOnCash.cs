using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>An admin writes down to whom a carrier pays the cash that it collects, from a day on. Parcels that were sent before keep what held.</summary>
internal static class AgreeOnCash
{
    internal sealed class Form
    {
        public Carrier? Carrier { get; set; }

        public bool? PaysMarket { get; set; }

        public DateOnly? From { get; set; }
    }

    /// <param name="PaysMarket">True: the market; false: the cooperative whose parcel it is.</param>
    /// <param name="From">From the beginning of this day in Vietnam.</param>
    internal sealed record Command(Actor Actor, Carrier? Carrier, bool? PaysMarket, DateOnly? From) : ICommand, IForAdmin, IAbout
    {
        public string About => Carrier?.ToString() ?? "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            // What a neighbor or the bus brings, no contract is about.
            RuleFor(c => c.Carrier).Must(c => c is { } carrier && Enum.IsDefined(carrier) && carrier != Domain.Shipping.Carrier.Other).WithMessage("shipping.cash.carrier.flaw");
            RuleFor(c => c.PaysMarket).NotNull().WithMessage("shipping.cash.pays.flaw");
            RuleFor(c => c.From).NotNull().WithMessage("settlement.rules.from.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var (now, from) = (time.Now(), VietnamDay.Begin(command.From!.Value));
            if (from <= now)
                return Task.FromResult(Outcome.Invalid(nameof(command.From), "shipping.rule.past"));
            db.Add(new CashAgreement
            {
                Id = ids.New<RuleId>(),
                Carrier = command.Carrier!.Value,
                PaysMarket = command.PaysMarket!.Value,
                From = from,
                AddedAt = now,
                AddedBy = command.Actor.Person,
            });
            return Task.FromResult(Outcome.Done);
        }
    }
}
