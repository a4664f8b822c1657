using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>The stock of a lot's product is no longer kept by lot. What is on hand stays; of which lots it is, nobody knows any more.</summary>
internal static class StopKeepingByLot
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, LotId Lot) : ICommand, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Lot.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, LotDrawer drawer, ProductSheets products, SizeStock sizes) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await drawer.OneAsync(command.Cooperative, command.Lot, cancellationToken) is not { } lot
                || await products.OneAsync(command.Cooperative, lot.Product, cancellationToken) is not { } product)
                return new NotFound();
            foreach (var size in product.Sizes.OrderBy(s => s.Id.Value))
            {
                await sizes.HoldAsync(size.Id, cancellationToken);
                await db.Set<LotStock>().Where(s => s.Variant == size.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Pieces, 0).SetProperty(s => s.Aside, 0), cancellationToken);
            }

            return await db.Set<LotKeeping>().Where(k => k.Product == lot.Product).ExecuteDeleteAsync(cancellationToken) == 1 ? Outcome.Done : new NotWithThisLot();
        }
    }
}
