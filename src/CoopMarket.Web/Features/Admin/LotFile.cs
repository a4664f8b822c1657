using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>One lot as the office sees it, in whatever state its cooperative is.</summary>
internal static class LotFile
{
    internal sealed record Query(Actor Actor, LotId Lot) : IQuery<View?>, IForAdmin;

    /// <param name="Code">On its labels.</param>
    /// <param name="Sold">Pieces in orders.</param>
    /// <param name="RecalledAt">UTC; null unless it was called back.</param>
    internal sealed record View(
        LotId Id, string Number, string Code, ProductId ProductId, LocalizedText Product, LocalizedText Cooperative, SellerState Seller, DateOnly MadeOn, DateOnly? BestBefore,
        int Sold, DateTimeOffset? RecalledAt, string RecallReason);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query query, CancellationToken cancellationToken) => (
            from l in reads.Of<Lot>().Where(l => l.Id == query.Lot)
            join p in reads.Of<Product>() on l.Product equals p.Id
            join c in reads.Of<Cooperative>() on l.Cooperative equals c.Id
            select new View(
                l.Id, l.Number, l.Code, p.Id, p.Name, c.Name, c.State, l.MadeOn, l.BestBefore, reads.Of<Allotment>().Where(a => a.Lot == l.Id).Sum(a => a.Pieces), l.RecalledAt, l.RecallReason))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
