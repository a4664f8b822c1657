using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Sets, from a day on, how many months persons' names are kept. Older rules stay as they were.</summary>
internal static class SetKeeping
{
    private const int FewestMonths = 12;
    private const int MostMonths = 240;

    internal sealed record Command(Actor Actor, DateOnly StartsOn, int Months) : ICommand, IForAdmin;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider time)
        {
            RuleFor(c => c.Months).InclusiveBetween(FewestMonths, MostMonths).WithMessage("sellers.flaw.keeping.months");
            RuleFor(c => c.StartsOn).Must(day => day >= VietnamDay.Of(time.Now())).WithMessage("sellers.flaw.keeping.past");
        }
    }

    internal sealed class Handler(MarketDb db, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            db.Add(KeepingRule.From(ids.New<RuleId>(), command.StartsOn, command.Months));
            return Task.FromResult(Outcome.Done);
        }
    }
}
