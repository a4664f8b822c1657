using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>One lot at the desk of its cooperative, with all that was written.</summary>
internal static class OwnLot
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, LotId Lot) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Product">Its name.</param>
    /// <param name="Form">As it stands, to be written anew.</param>
    /// <param name="Known">The certificates that may apply: the product's, and those that the lot has.</param>
    /// <param name="Maker">Empty where none is named.</param>
    /// <param name="IsOver">Whether its best before is over.</param>
    internal sealed record View(
        LotId Id, ProductId ProductId, LocalizedText Product, string Number, LotState State, bool IsOver, LotForm Form, IReadOnlyList<LotPaper> Papers, IReadOnlyList<LotPaper> Known, string Maker,
        IReadOnlyList<PhotoView> Photos)
    {
        /// <summary>Village and commune, as they are written after each other; empty where neither is told.</summary>
        public string Place => string.Join(", ", new[] { Form.Village ?? "", Places.FindCommune(Form.CommuneCode)?.FullName ?? "" }.Where(p => p.Length > 0));

        /// <summary>Who made it; empty where nobody is named.</summary>
        public string By => string.Join(", ", new[] { Maker, Form.MadeBy ?? "" }.Where(p => p.Length > 0));
    }

    internal sealed class Handler(MarketDb db, ProductSheets products, Makers makers, Photos.Contract.Photos photos, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var lot = await db.Set<Lot>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == query.Lot && l.Cooperative == query.Cooperative, cancellationToken);
            if (lot is null || await products.OneAsync(query.Cooperative, lot.Product, cancellationToken) is not { } product)
                return null;
            var maker = lot.Maker is { } id ? (await makers.OneAsync(id, cancellationToken))?.Name : null;
            return new(
                lot.Id, lot.Product, product.Name, lot.Number, lot.State, lot.BestBefore < Show.Day(time.Now()), LotForm.Of(lot), lot.Papers,
                [.. LotPapers.Of(product).Concat(lot.Papers).DistinctBy(p => p.Number)], maker ?? "", await photos.OfAsync(lot.Id, cancellationToken));
        }
    }
}
