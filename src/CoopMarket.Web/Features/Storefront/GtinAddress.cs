using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// <c>GET /01/{gtin}/10/{lot}</c> and <c>/01/{gtin}</c>: what a label says by GS1's Digital Link (URI Syntax 1.6) leads to the lot's
/// page, and without a lot to the product's. A lot that nobody knows leads to the product too: the number before it was right.
/// </summary>
internal static class GtinAddress
{
    /// <param name="Gtin">Eight to fourteen digits, as they were read.</param>
    /// <param name="Lot">As it was read; null where the address names none.</param>
    internal sealed record Query(Actor Actor, string Gtin, string? Lot) : IQuery<string?>, IForAnyone;

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, string?>
    {
        /// <returns>Where it leads, from the root; null where nowhere.</returns>
        public async Task<string?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (Gtin.Read(query.Gtin, out var gtin) != GtinVerdict.Whole)
                return null;
            var number = Lot.FoldNumber(query.Lot ?? "");
            var read = await (
                from v in reads.Of<Variant>().Where(v => v.Gtin == gtin)
                join p in reads.Of<Product>() on v.Product equals p.Id
                join l in reads.Of<Lot>().Where(l => l.FoldedNumber == number) on new { Product = p.Id, p.Cooperative } equals new { l.Product, l.Cooperative } into lots
                from lot in lots.DefaultIfEmpty()
                select new { p.Slug, p.State, Code = lot == null ? null : lot.Code }).FirstOrDefaultAsync(cancellationToken);
            return read?.Code is { } code ? "/q/" + code : read?.State == ProductState.Live ? "/p/" + read.Slug : null;
        }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        string[] verbs = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/01/{gtin:length(8,14)}/10/{lot:length(1,40)}", verbs, async (string gtin, string lot, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
            ShortAddress.Lead(context, await mediator.Send(new Query(Actor.Guest(""), gtin, lot), cancellationToken)));
        routes.MapMethods("/01/{gtin:length(8,14)}", verbs, async (string gtin, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
            ShortAddress.Lead(context, await mediator.Send(new Query(Actor.Guest(""), gtin, Lot: null), cancellationToken)));
    }
}
