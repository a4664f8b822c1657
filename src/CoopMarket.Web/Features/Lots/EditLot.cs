using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Writes a lot down anew.</summary>
internal static class EditLot
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, LotId Lot, LotForm Typed) : ICommand, IForCooperative, IAbout, ILotWriting
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Lot.ToString();
    }

    internal sealed class Validator(TimeProvider time) : LotValidator<Command>(time);

    internal sealed class Handler(LotDrawer drawer, LotBook book, ProductSheets products, Makers makers, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var typed = command.Typed;
            if (await drawer.OneAsync(command.Cooperative, command.Lot, cancellationToken) is not { } lot
                || await products.OneAsync(command.Cooperative, lot.Product, cancellationToken) is not { } product
                || (typed.Maker is { } maker && (await makers.OneAsync(maker, cancellationToken))?.Cooperative != command.Cooperative))
                return new NotFound();
            // What its buyers were told stays as it was.
            if (lot.State == LotState.Recalled)
                return new NotWithThisLot();
            if (await drawer.NumberAsync(command.Cooperative, Typed.Text(typed.Number, Lot.MostNumber), typed.MadeOn!.Value, lot.Id, cancellationToken) is not { } number)
                return new LotNumberTaken();
            lot.Tell(typed.Facts(number, [.. lot.Papers, .. LotPapers.Of(product)]));
            // Where its last day was put right, what lay aside is for sale again, or what was for sale is not.
            if (lot.IsForSaleOn(VietnamDay.Of(time.Now())))
                await book.ReleaseAsync(lot, command.Actor.Person, cancellationToken);
            else
                await book.WithholdAsync(lot, command.Actor.Person, cancellationToken);
            return Outcome.Done;
        }
    }
}
