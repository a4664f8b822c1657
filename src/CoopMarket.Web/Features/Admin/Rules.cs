using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Every dated rule of the market, the one in force and those to come.</summary>
internal static class Rules
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForAdmin;

    internal sealed record View(
        int FeeNow, IReadOnlyList<Fee> Fees, IReadOnlyList<PriceList> Deliveries, IReadOnlyList<DeliveryRate> RatesNow, bool PickUpNow, IReadOnlyList<Block> Blocks,
        IReadOnlyList<CategoryNode> Categories);

    internal sealed record Fee(int BasisPoints, DateTimeOffset From, DateTimeOffset AddedAt);

    internal sealed record PriceList(DateTimeOffset From, int Rows, bool PickUp, bool IsNow);

    internal sealed record Block(string Category, string Place, bool IsBlocked, LocalizedText Reason, DateTimeOffset From);

    internal sealed class Handler(MarketReads reads, CategoryTree categories, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var fees = await reads.Of<FeeRule>().OrderByDescending(r => r.From).Select(r => new Fee(r.BasisPoints, r.From, r.AddedAt)).ToListAsync(cancellationToken);
            var lists = await reads.Of<DeliveryRule>().Where(r => r.Cooperative == null).OrderByDescending(r => r.From).ToListAsync(cancellationToken);
            var inForce = lists.FirstOrDefault(r => r.From <= now);
            var blocks = await reads.Of<DeliveryBlock>().OrderByDescending(b => b.From)
                .Select(b => new Block(b.Category, b.Place, b.IsBlocked, b.Reason, b.From)).ToListAsync(cancellationToken);
            return new(
                fees.FirstOrDefault(f => f.From <= now)?.BasisPoints ?? FeeRule.Usual, fees,
                [.. lists.Select(r => new PriceList(r.From, r.Rates.Count, r.PickUp, r == inForce))], inForce?.Rates ?? [], inForce?.PickUp ?? false, blocks,
                await categories.AllAsync(cancellationToken));
        }
    }
}
