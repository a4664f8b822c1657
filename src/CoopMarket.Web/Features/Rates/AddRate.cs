using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Rates;

/// <summary>An admin writes down what a unit of a currency is worth on a day. It counts at once; orders placed before keep theirs.</summary>
internal static class AddRate
{
    // What is older helps nobody: it would be too old to order at.
    private const int MostDaysBack = 30;

    internal sealed class Form
    {
        public string? Currency { get; set; }

        public DateOnly? Day { get; set; }

        public string? Rate { get; set; }

        public bool IsMeant { get; set; }
    }

    /// <param name="Currency">Its ISO 4217 code; any but the đồng.</param>
    /// <param name="Day">In Vietnam.</param>
    /// <param name="Rate">Đồng for one unit, as typed: «29.876,54».</param>
    /// <param name="IsMeant">Whether she says that it is right, though far from the last one.</param>
    internal sealed record Command(Actor Actor, string? Currency, DateOnly? Day, string? Rate, bool IsMeant = false) : ICommand, IForAdmin, IAbout
    {
        public string About => $"{Currency} {Day:O}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Currency).Must(c => Currencies.Find(c) is not (null or Currency.VND)).WithMessage("rates.currency.flaw");
            RuleFor(c => c.Day).NotNull().WithMessage("rates.day.flaw");
            RuleFor(c => c.Rate).Must(r => TypedRate.Read(r) is not null).WithMessage("rates.rate.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var (currency, day, perUnit, today) = (Currencies.Find(request.Currency)!.Value, request.Day!.Value, TypedRate.Read(request.Rate)!.Value, VietnamDay.Of(now));
            if (day > today || day < today.AddDays(-MostDaysBack))
                return new RateOfNoUse();
            if (!request.IsMeant && await RatesToday.Of(db, currency, today).FirstOrDefaultAsync(cancellationToken) is { } last && last.IsFarFrom(perUnit))
                return new RateFarOff(last.PerUnit / 100);
            db.Add(new ExchangeRate { Id = ids.New<RateId>(), Currency = currency, Day = day, PerUnit = perUnit, Source = RateSource.ByHand, AddedAt = now, AddedBy = request.Actor.Person });
            return Outcome.Done;
        }
    }
}
