using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Closes from one day to another (the season is over, Tết): goods stay in sight and say when it opens, nothing can be ordered,
/// what was ordered before is packed.
/// </summary>
internal static class CloseForDays
{
    private const int LongestDays = 366;

    internal sealed record Form
    {
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, DateOnly? From, DateOnly? To) : ICommand, IForCooperative, ISerialized
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider time)
        {
            RuleFor(c => c.From).NotNull().WithMessage("sellers.flaw.closing.from")
                .Must(from => from is null || from >= VietnamDay.Of(time.Now())).WithMessage("sellers.flaw.closing.past");
            RuleFor(c => c.To).NotNull().WithMessage("sellers.flaw.closing.to")
                .Must((c, to) => c.From is null || to >= c.From).WithMessage("sellers.flaw.closing.order")
                .Must((c, to) => c.From is not { } from || to is not { } last || last.DayNumber - from.DayNumber < LongestDays).WithMessage("sellers.flaw.closing.long");
        }
    }

    internal sealed class Handler(MarketDb db, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var (from, to) = (command.From!.Value, command.To!.Value);
            if (await db.Set<Closure>().AnyAsync(c => c.Cooperative == command.Cooperative && c.From <= to && from <= c.To, cancellationToken))
                return new ClosedAlready();
            db.Add(Closure.Of(ids.New(), command.Cooperative, from, to));
            return Outcome.Done;
        }
    }
}
