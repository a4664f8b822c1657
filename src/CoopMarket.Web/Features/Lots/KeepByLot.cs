using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Lots;

/// <summary>From now on the stock of a lot's product is kept by lot. What is on hand is said to be of this one.</summary>
internal static class KeepByLot
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, LotId Lot) : ICommand, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Lot.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, LotDrawer drawer, LotBook book, KeptProducts kept, ProductSheets products, SizeStock sizes, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OneAsync(command.Cooperative, command.Lot, cancellationToken) is not { } lot
                || await products.OneAsync(command.Cooperative, lot.Product, cancellationToken) is not { } product)
                return new NotFound();
            if (lot.State != LotState.Open || !lot.IsForSaleOn(VietnamDay.Of(time.Now())) || await kept.IsKeptAsync(lot.Product, cancellationToken))
                return new NotWithThisLot();
            // In one order for all, as orders take them.
            foreach (var size in product.Sizes.OrderBy(s => s.Id.Value))
                if (await sizes.HoldAsync(size.Id, cancellationToken) is > 0 and var onHand)
                    await book.AddAsync(lot.Id, size.Id, onHand, 0, cancellationToken);
            db.Add(LotKeeping.Begin(lot.Product, command.Cooperative, command.Actor.Person, time.Now()));
            return Outcome.Done;
        }
    }
}
