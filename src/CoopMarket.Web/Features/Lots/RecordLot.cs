using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Writes down what was made or harvested of a product at one time.</summary>
internal static class RecordLot
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product, LotForm Typed) : ICommand<Outcome<LotId>>, IForCooperative, IAbout, ILotWriting
    {
        public DeskRoles Allowed => DeskRoles.Any;

        public string About => Product.ToString();
    }

    internal sealed class Validator(TimeProvider time) : LotValidator<Command>(time);

    internal sealed class Handler(MarketDb db, LotDrawer drawer, ProductSheets products, Makers makers, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<LotId>>
    {
        public async Task<Outcome<LotId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var typed = command.Typed;
            if (await products.OneAsync(command.Cooperative, command.Product, cancellationToken) is not { } product
                || (typed.Maker is { } maker && (await makers.OneAsync(maker, cancellationToken))?.Cooperative != command.Cooperative))
                return new NotFound();
            if (await drawer.NumberAsync(command.Cooperative, Typed.Text(typed.Number, Lot.MostNumber), typed.MadeOn!.Value, null, cancellationToken) is not { } number)
                return new LotNumberTaken();
            var lot = Lot.Record(ids.New<LotId>(), command.Cooperative, product.Id, typed.Facts(number, LotPapers.Of(product)), command.Actor.Person, time.Now());
            db.Add(lot);
            return lot.Id;
        }
    }
}
