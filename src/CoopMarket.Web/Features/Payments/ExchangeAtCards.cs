using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin writes down what the card gateway changed between a currency and đồng, as its own report says: until then the gateway seems
/// to hold euros that it has paid out as đồng.
/// </summary>
internal static class ExchangeAtCards
{
    internal sealed class Form
    {
        public string? Currency { get; set; }

        public string? Amount { get; set; }

        public string? Dong { get; set; }
    }

    /// <param name="Currency">Its ISO 4217 code; any but the đồng.</param>
    /// <param name="Amount">How much of it, as typed: «12,40».</param>
    /// <param name="Dong">For how many đồng, as typed.</param>
    internal sealed record Command(Actor Actor, string? Currency, string? Amount, string? Dong) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => $"{Amount} {Currency}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Currency).Must(c => Currencies.Find(c) is not (null or Currency.VND)).WithMessage("rates.currency.flaw");
            RuleFor(c => c.Amount).Must((c, a) => TypedMoney.Read(a, Currencies.Find(c.Currency) ?? Currency.EUR) is not null).WithMessage("payments.exchange.amount.flaw");
            RuleFor(c => c.Dong).Must(d => TypedNumber.ReadDong(d, 1, Money.Most, out _) == NumberVerdict.Whole).WithMessage("payments.exchange.dong.flaw");
        }
    }

    internal sealed class Handler(MarketDb db, CardHoldings holdings, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var currency = Currencies.Find(request.Currency)!.Value;
            _ = TypedNumber.ReadDong(request.Dong, 1, Money.Most, out var dong);
            var exchange = CardExchange.Of(
                ids.New<CardExchangeId>(), TypedMoney.Read(request.Amount, currency)!.Value, Money.Dong(dong), await holdings.OfAsync(currency, cancellationToken), request.Actor.Person, time.Now());
            if (!exchange.IsDone)
                return exchange.Refusal!;
            db.Add(exchange.Value);
            return Outcome.Done;
        }
    }
}
