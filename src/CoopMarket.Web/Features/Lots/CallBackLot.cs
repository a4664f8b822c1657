using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>
/// The market itself calls a lot back, whatever its cooperative may do: what makes people ill can't wait for a desk that is closed, or
/// that does not do it. The rest goes as where its cooperative does (<see cref="RecallLot"/>).
/// </summary>
internal static class CallBackLot
{
    /// <param name="Reason">For buyers, in her own words.</param>
    internal sealed record Command(Actor Actor, LotId Lot, string? Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Lot.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsRecall();
    }

    internal sealed class Handler(MarketDb db, OwnDesk own, LotBook book, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Lot>().FirstOrDefaultAsync(l => l.Id == command.Lot, cancellationToken) is not { } lot)
                return new NotFound();
            if (await own.RefuseAsync(command.Actor, lot.Cooperative, cancellationToken) is { } hers)
                return hers;
            // Who of the office it was says the audit: towards everybody else it is the market.
            if (lot.Recall(Typed.Text(command.Reason, Lot.MostReason), by: null, time.Now()) is { } refusal)
                return refusal;
            await book.WithholdAsync(lot, by: null, cancellationToken);
            return Outcome.Done;
        }
    }
}
