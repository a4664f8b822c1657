using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Lot = CoopMarket.Domain.Lots.Lot;

namespace CoopMarket.Web.Features.Lots;

/// <summary>The best before of a lot is over, or it was called back: what is there of it is not for sale any more.</summary>
internal static class WithholdLot
{
    internal sealed record Command(Actor Actor, LotId Lot) : ICommand, IForAdmin, IAbout
    {
        public string About => Lot.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, LotBook book, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            // First its sizes: whoever puts its last day right holds them too, and what was read of it before may be over by then.
            await book.HoldSizesAsync(command.Lot, cancellationToken);
            if (await db.Set<Lot>().FirstOrDefaultAsync(l => l.Id == command.Lot, cancellationToken) is not { } lot)
                return new NotFound();
            if (!lot.IsForSaleOn(VietnamDay.Of(time.Now())))
                await book.WithholdAsync(lot, command.Actor.Person, cancellationToken);
            return Outcome.Done;
        }
    }
}
