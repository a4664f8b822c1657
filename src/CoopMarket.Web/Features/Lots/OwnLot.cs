using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>One lot at the desk of its cooperative, with all that was written.</summary>
internal static class OwnLot
{
    private const int LateDays = 30;

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
        /// <summary>Why it was called back; empty unless it was.</summary>
        public string RecallReason { get; init; } = "";

        /// <summary>UTC; null unless it was called back.</summary>
        public DateTimeOffset? RecalledAt { get; init; }

        /// <summary>What stands on its labels.</summary>
        public required string Code { get; init; }

        /// <summary>The address behind it, in full.</summary>
        public required string LabelUrl { get; init; }

        /// <summary>How often it was opened, in all.</summary>
        public long Visits { get; init; }

        /// <summary>The same in the last 30 days.</summary>
        public long LateVisits { get; init; }

        /// <summary>Whether the stock of its product is kept by lot.</summary>
        public bool IsKept { get; init; }

        /// <summary>What is there of it, of each size that is offered or of which something is there.</summary>
        public IReadOnlyList<Size> Sizes { get; init; } = [];

        /// <summary>Village and commune, as they are written after each other; empty where neither is told.</summary>
        public string Place => string.Join(", ", new[] { Form.Village ?? "", Places.FindCommune(Form.CommuneCode)?.FullName ?? "" }.Where(p => p.Length > 0));

        /// <summary>Who made it; empty where nobody is named.</summary>
        public string By => string.Join(", ", new[] { Maker, Form.MadeBy ?? "" }.Where(p => p.Length > 0));
    }

    /// <param name="Pieces">For sale.</param>
    /// <param name="Aside">There, and not for sale.</param>
    /// <param name="OnHand">For sale of the size, over all lots.</param>
    internal sealed record Size(VariantId Id, LocalizedText Name, int Pieces, int Aside, int OnHand);

    internal sealed class Handler(MarketDb db, ProductSheets products, Makers makers, KeptProducts kept, Photos.Contract.Photos photos, MarketSettings market, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var lot = await db.Set<Lot>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == query.Lot && l.Cooperative == query.Cooperative, cancellationToken);
            if (lot is null || await products.OneAsync(query.Cooperative, lot.Product, cancellationToken) is not { } product)
                return null;
            var maker = lot.Maker is { } id ? (await makers.OneAsync(id, cancellationToken))?.Name : null;
            var stocks = await db.Set<LotStock>().AsNoTracking().Where(s => s.Lot == lot.Id).ToDictionaryAsync(s => s.Variant, cancellationToken);
            var late = VietnamDay.Of(time.Now()).AddDays(-LateDays);
            var visits = await db.Set<LotVisits>().Where(v => v.Lot == lot.Id).GroupBy(v => v.Day > late).Select(g => new { IsLate = g.Key, Count = g.Sum(v => (long)v.Count) }).ToListAsync(cancellationToken);
            return new(
                lot.Id, lot.Product, product.Name, lot.Number, lot.State, lot.BestBefore < VietnamDay.Of(time.Now()), LotForm.Of(lot), lot.Papers,
                [.. LotPapers.Of(product).Concat(lot.Papers).DistinctBy(p => p.Number)], maker ?? "", await photos.OfAsync(lot.Id, cancellationToken))
            {
                RecallReason = lot.RecallReason,
                RecalledAt = lot.RecalledAt,
                Code = lot.Code,
                LabelUrl = $"{market.PublicUrl}/q/{lot.Code}",
                Visits = visits.Sum(v => v.Count),
                LateVisits = visits.Where(v => v.IsLate).Sum(v => v.Count),
                IsKept = await kept.IsKeptAsync(lot.Product, cancellationToken),
                Sizes = [.. product.Sizes.Select(s => (Size: s, Stock: stocks.GetValueOrDefault(s.Id))).Where(s => s.Size.IsOffered || s.Stock is { Pieces: > 0 } or { Aside: > 0 })
                    .Select(s => new Size(s.Size.Id, s.Size.Name, s.Stock?.Pieces ?? 0, s.Stock?.Aside ?? 0, s.Size.OnHand))],
            };
        }
    }
}
