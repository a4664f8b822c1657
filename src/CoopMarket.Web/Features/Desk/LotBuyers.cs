using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Who ordered pieces of a lot, the newest order first. What was given back or called off is not in it.</summary>
internal static class LotBuyers
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, LotId Lot) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Number">The lot's.</param>
    /// <param name="Product">Its name.</param>
    /// <param name="RecalledAt">UTC; null unless the lot was called back.</param>
    internal sealed record View(string Number, LocalizedText Product, DateTimeOffset? RecalledAt, IReadOnlyList<Row> Rows)
    {
        /// <summary>Those whom no mail reaches.</summary>
        public IEnumerable<Row> ToCall => Rows.Where(r => !r.IsReached);

        /// <summary>Those whom mails reach.</summary>
        public IEnumerable<Row> Reached => Rows.Where(r => r.IsReached);
    }

    /// <param name="Code">The order's.</param>
    /// <param name="Name">Who gets the goods, as typed.</param>
    /// <param name="Phone">E.164.</param>
    /// <param name="Email">As typed with the order; may be empty.</param>
    /// <param name="IsReached">Whether mails about the order reach her.</param>
    /// <param name="Pieces">How many of the lot.</param>
    internal sealed record Row(string Code, DateTimeOffset PlacedAt, string Name, string Phone, string Email, bool IsReached, int Pieces, SellerOrderState State);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var lot = await reads.Of<Lot>().Where(l => l.Id == query.Lot && l.Cooperative == query.Cooperative)
                .Join(reads.Of<Product>(), l => l.Product, p => p.Id, (l, p) => new { l.Number, p.Name, l.RecalledAt }).FirstOrDefaultAsync(cancellationToken);
            if (lot is null)
                return null;
            var pieces = await reads.Of<Allotment>().Where(a => a.Lot == query.Lot).ToDictionaryAsync(a => a.Line, a => a.Pieces, cancellationToken);
            var lines = pieces.Keys.ToList();
            var orders = await reads.Of<Order>().AsSplitQuery().Where(o => o.Parts.Any(p => p.Lines.Any(l => lines.Contains(l.Id)))).ToListAsync(cancellationToken);
            var buyers = orders.Select(o => o.Buyer?.Value).OfType<Guid>().Distinct().ToList();
            var mailed = (await reads.Of<Account>().Where(a => buyers.Contains(a.Id) && a.EmailConfirmed && a.Email != null).Select(a => a.Id).ToListAsync(cancellationToken)).ToHashSet();
            // What nobody has paid for yet no cooperative sees.
            return new(lot.Number, lot.Name, lot.RecalledAt,
            [
                .. orders.OrderByDescending(o => o.PlacedAt).ThenBy(o => o.Code, StringComparer.Ordinal).SelectMany(o => o.Parts
                    .Select(p => (Part: p, Pieces: p.Lines.Sum(l => pieces.GetValueOrDefault(l.Id)))).Where(p => p.Pieces > 0 && p.Part.ToAcceptAt is not null)
                    .Select(p => new Row(
                        o.Code, o.PlacedAt, o.To.Name, o.To.Phone, o.To.Email, o.To.Email.Length > 0 || (o.Buyer is { } buyer && mailed.Contains(buyer.Value)), p.Pieces, p.Part.State))),
            ]);
        }
    }
}
