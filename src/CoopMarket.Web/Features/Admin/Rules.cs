using CoopMarket.Domain.Sellers;
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
        IReadOnlyList<CategoryNode> Categories, int KeepsMonths, IReadOnlyList<Keeping> Keepings,
        IReadOnlyList<VatRow> VatRates, IReadOnlyList<WithheldRow> Withheld, IReadOnlyList<CashRow> Cash, DateOnly Tomorrow);

    internal sealed record Fee(int BasisPoints, DateTimeOffset From, DateTimeOffset AddedAt);

    internal sealed record PriceList(DateTimeOffset From, int Rows, bool PickUp, bool IsNow);

    /// <summary>Rows that say the same of several places, together.</summary>
    internal sealed record Block(LocalizedText Category, IReadOnlyList<string> Places, bool IsBlocked, LocalizedText Reason, DateTimeOffset From);

    internal sealed record Keeping(int Months, DateOnly StartsOn);

    /// <param name="BasisPoints">100 = 1 %.</param>
    internal sealed record VatRow(VatClass Class, int BasisPoints, DateTimeOffset From);

    /// <param name="Vat">In basis points.</param>
    /// <param name="Income">In basis points.</param>
    internal sealed record WithheldRow(SupplyKind Kind, int Vat, int Income, DateTimeOffset From);

    /// <param name="PaysMarket">Whether the carrier pays the market; else the cooperative.</param>
    internal sealed record CashRow(Carrier Carrier, bool PaysMarket, DateTimeOffset From);

    internal sealed class Handler(MarketReads reads, CategoryTree categories, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var fees = await reads.Of<FeeRule>().OrderByDescending(r => r.From).Select(r => new Fee(r.BasisPoints, r.From, r.AddedAt)).ToListAsync(cancellationToken);
            var lists = await reads.Of<DeliveryRule>().Where(r => r.Cooperative == null).OrderByDescending(r => r.From).ToListAsync(cancellationToken);
            var inForce = lists.FirstOrDefault(r => r.From <= now);
            var tree = await categories.AllAsync(cancellationToken);
            var names = tree.ToDictionary(c => c.Slug, c => c.Name);
            var blocks = await reads.Of<DeliveryBlock>().OrderByDescending(b => b.From).ThenBy(b => b.Category).ThenBy(b => b.Place).ToListAsync(cancellationToken);
            var keepings = await reads.Of<KeepingRule>().OrderByDescending(r => r.StartsOn).ThenByDescending(r => r.Id).Select(r => new Keeping(r.Months, r.StartsOn)).ToListAsync(cancellationToken);
            var vat = await reads.Of<VatRate>().OrderBy(r => r.Class).ThenByDescending(r => r.From).Select(r => new VatRow(r.Class, r.BasisPoints, r.From)).ToListAsync(cancellationToken);
            var withheld = await reads.Of<WithholdingRate>().OrderBy(r => r.Kind).ThenByDescending(r => r.From)
                .Select(r => new WithheldRow(r.Kind, r.VatBasisPoints, r.IncomeBasisPoints, r.From)).ToListAsync(cancellationToken);
            var cash = await reads.Of<CashAgreement>().OrderBy(a => a.Carrier).ThenByDescending(a => a.From).ThenByDescending(a => a.AddedAt).Select(a => new CashRow(a.Carrier, a.PaysMarket, a.From)).ToListAsync(cancellationToken);
            return new(
                fees.FirstOrDefault(f => f.From <= now)?.BasisPoints ?? FeeRule.Usual, fees,
                [.. lists.Select(r => new PriceList(r.From, r.Rates.Count, r.PickUp, r == inForce))], inForce?.Rates ?? [], inForce?.PickUp ?? false,
                [.. blocks.GroupBy(b => (b.Category, b.IsBlocked, b.Reason.Vi, b.From))
                    .Select(g => new Block(names.GetValueOrDefault(g.Key.Category) ?? new(g.Key.Category, ""), Short([.. g.Select(b => b.Place)]), g.Key.IsBlocked, g.First().Reason, g.Key.From))],
                tree, keepings.FirstOrDefault(k => k.StartsOn <= VietnamDay.Of(now))?.Months ?? KeepingRule.UsualMonths, keepings, [.. vat.OrderBy(r => r.Class)], [.. withheld.OrderBy(r => r.Kind)], cash,
                VietnamDay.Of(now).AddDays(1));
        }

        // The Union is named once, where all its members are meant.
        private static IReadOnlyList<string> Short(List<string> places) => EuropeanUnion.Members.All(places.Contains)
            ? [DeliveryBlock.EuropeanUnion, .. places.Except(EuropeanUnion.Members)]
            : places;
    }
}
