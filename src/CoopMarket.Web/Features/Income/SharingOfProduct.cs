using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>How the income of a product, or of one lot of it, is shared today, and what that makes of one piece.</summary>
internal static class SharingOfProduct
{
    /// <param name="Lot">Null for all that have no rule of their own.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProductId Product, LotId? Lot = null) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="From">Since when the rule stands, UTC; null where there is none.</param>
    /// <param name="Costs">Đồng for packaging and material of each piece.</param>
    /// <param name="Members">Those who may share, with what they get by the rule.</param>
    /// <param name="Example">What becomes of one piece; null where nothing is offered or there is no rule.</param>
    internal sealed record View(LocalizedText Name, DateTimeOffset? From, Money Costs, int FundParts, IReadOnlyList<Share> Members, Example? Example)
    {
        /// <summary>The lot's number; null where none is asked for.</summary>
        public string? Lot { get; init; }

        /// <summary>Whether the lot has a rule of its own: else that of its product stands.</summary>
        public bool IsOwn { get; init; }
    }

    internal sealed record Share(ProducerId Member, string Name, Money PerUnit, int Parts);

    /// <param name="Price">Of one piece of the cheapest size.</param>
    /// <param name="Fee">The market's, as it is today.</param>
    /// <param name="Shares">By name; the fund and the costs have none.</param>
    internal sealed record Example(Money Price, Money Fee, IReadOnlyList<(ShareKind Kind, string Name, Money Amount)> Shares)
    {
        /// <summary>How much costs and wages are more than is left after the fee; zero where it suffices.</summary>
        public required Money Lacking { get; init; }
    }

    internal sealed class Handler(MarketDb db, ProductOwners products, LotOwners lots, FeeRules fees, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!await products.OwnsAsync(query.Cooperative, query.Product, cancellationToken))
                return null;
            var number = query.Lot is { } asked ? await lots.NumberAsync(query.Cooperative, query.Product, asked, cancellationToken) : null;
            if (query.Lot is not null && number is null)
                return null;
            var now = time.Now();
            var rule = await db.Set<Sharing>().AsNoTracking().Where(s => s.Cooperative == query.Cooperative && s.Product == query.Product && (s.Lot == null || s.Lot == query.Lot))
                .OrderByDescending(s => s.Lot != null).ThenByDescending(s => s.From).FirstOrDefaultAsync(cancellationToken);
            var terms = rule?.Terms ?? [];
            var members = await db.Set<Producer>().AsNoTracking().Where(p => p.Cooperative == query.Cooperative).OrderBy(p => p.AddedAt).ThenBy(p => p.Id).ToListAsync(cancellationToken);
            var price = await products.PriceAsync(query.Product, cancellationToken);
            Example? example = null;
            if (price is { } of && terms.Count > 0)
            {
                var fee = of.BasisPoints(await fees.AtAsync(now, cancellationToken));
                var shares = IncomeShares.Split(terms, of - fee, 1);
                example = new(of, fee, [.. terms.Zip(shares, (t, s) => (t.Kind, members.Find(m => m.Id == t.Member)?.Name ?? "", s))]) { Lacking = IncomeShares.Lacking(terms, of - fee, 1) };
            }

            return new(
                (await products.NamesAsync(query.Cooperative, cancellationToken))[query.Product], rule?.From, Money.Dong(terms.Where(t => t.Kind == ShareKind.Costs).Sum(t => t.PerUnit)),
                terms.Count == 0 ? 1 : terms[^1].Parts,
                [.. members.Where(m => m.PausedAt is null).Select(m => terms.FirstOrDefault(t => t.Member == m.Id) is var t ? new Share(m.Id, m.Name, Money.Dong(t.PerUnit), t.Parts) : null!)], example)
            {
                Lot = number,
                IsOwn = rule?.Lot is not null,
            };
        }
    }
}
