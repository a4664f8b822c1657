using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Rates;

/// <summary>An admin sets what is added to the rate, from now on. Orders placed before keep theirs.</summary>
internal static class SetMargin
{
    /// <param name="Percent">As typed: «2», «2,5» or «2.25».</param>
    internal sealed record Command(Actor Actor, string? Percent) : ICommand, IForAdmin, IAbout
    {
        public string About => "margin";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Percent).Must(p => TypedPercent.Read(p) is >= 0 and <= ExchangeMargin.Most).WithMessage("rates.percent.flaw");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Add(new ExchangeMargin { Id = ids.New<RuleId>(), BasisPoints = TypedPercent.Read(request.Percent)!.Value, From = time.Now(), AddedBy = request.Actor.Person });
            return Task.FromResult(Outcome.Done);
        }
    }
}
