using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>The desk in the morning: what to pack, what money comes, who waits.</summary>
internal static class Today
{
    private const int MostParcels = 30;
    private const int MostLow = 10;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Name">What she is called.</param>
    /// <param name="ToPack">The oldest first, 30 at most; what waits for a harvest is not among them before it is to be sent.</param>
    /// <param name="ToPackCount">How many in all.</param>
    /// <param name="Packed">Packed today.</param>
    /// <param name="Coming">What comes to it yet, as its book of money says; in đồng.</param>
    /// <param name="Returns">What comes back, or is asked to, the oldest first.</param>
    /// <param name="Low">Sizes of which fewer than five are left.</param>
    /// <param name="Goods">How many products it has, in whatever state.</param>
    /// <param name="HasSold">Whether it ever had an order.</param>
    internal sealed record View(
        string Name, DateTimeOffset Now, IReadOnlyList<Parcel> ToPack, int ToPackCount, IReadOnlyList<Parcel> Packed, int ToAccept, Money Coming, IReadOnlyList<SentBack> Returns, IReadOnlyList<LowStock> Low, int Goods, bool HasSold)
    {
        /// <summary>Packed on an earlier day and not yet handed over, the oldest first; 30 at most.</summary>
        public IReadOnlyList<Parcel> Waiting { get; init; } = [];

        /// <summary>How many of those there are in all.</summary>
        public int WaitingCount { get; init; }

        /// <summary>How many complaints wait for its side, and by when the first is to be settled, UTC.</summary>
        public (int Count, DateTimeOffset? First) Complaints { get; init; }

        /// <summary>The certificates that an admin confirmed and that are over or end within 60 days, the first one first.</summary>
        public IReadOnlyList<Ending> Ending { get; init; } = [];

        /// <summary>How many buyers wait for an answer.</summary>
        public int Asked { get; init; }

        /// <summary>Whether buyers can see any of its goods.</summary>
        public bool IsOnSale { get; init; }

        /// <summary>The last day of a closing that has begun; null where it is open.</summary>
        public DateOnly? ClosedUntil { get; init; }

        /// <summary>How many certificates an admin refused, or lack their paper.</summary>
        public int Unproven { get; init; }
    }

    /// <summary>What a buyer sends back, or wants to.</summary>
    /// <param name="Code">The order's.</param>
    /// <param name="Buyer">Who got it, as typed.</param>
    /// <param name="Pieces">How many pieces of it.</param>
    internal sealed record SentBack(string Code, string Buyer, ReturnState State, int Pieces);

    /// <summary>A certificate that ends soon, or has ended.</summary>
    internal sealed record Ending(CertificateId Id, LocalizedText Name, DateOnly Last);

    internal sealed record LowStock(string Slug, LocalizedText Product, LocalizedText Variant, int Left);

    internal sealed class Handler(MarketReads reads, Balances balances, People people, DeskBadge badge, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var today = VietnamDay.Of(now);
            var morning = VietnamDay.Begin(today);
            var mine = reads.Of<SellerOrder>().Where(p => p.Cooperative == query.Cooperative);
            var toPack = mine.Where(p => p.State == SellerOrderState.ToPack && (p.SendFrom == null || p.SendFrom <= today));
            var waiting = mine.Where(p => p.State == SellerOrderState.Packed && p.PackedAt < morning);
            var balance = await balances.OfAsync(query.Cooperative, cancellationToken);
            var name = (await people.ReachAsync(query.Actor.Me, cancellationToken))?.Name ?? "";
            return new(
                name.Split(' ')[^1], now,
                await ParcelsAsync(toPack.OrderBy(p => p.AcceptedAt), cancellationToken), await toPack.CountAsync(cancellationToken),
                await ParcelsAsync(mine.Where(p => p.State == SellerOrderState.Packed && p.PackedAt >= morning).OrderBy(p => p.PackedAt), cancellationToken),
                await mine.CountAsync(p => p.State == SellerOrderState.ToAccept, cancellationToken),
                balance.Coming,
                await (from r in reads.Of<Return>() join o in reads.Of<Order>() on r.Order equals o.Id where r.Cooperative == query.Cooperative && r.EndedAt == null orderby r.AskedAt select new SentBack(o.Code, o.To.Name, r.State, r.Lines.Sum(l => l.Quantity))).Take(MostLow).ToListAsync(cancellationToken),
                await LowAsync(query.Cooperative, cancellationToken),
                await reads.Of<Product>().CountAsync(p => p.Cooperative == query.Cooperative, cancellationToken),
                await mine.AnyAsync(cancellationToken))
            {
                Waiting = await ParcelsAsync(waiting.OrderBy(p => p.PackedAt), cancellationToken),
                WaitingCount = await waiting.CountAsync(cancellationToken),
                Complaints = await badge.ComplaintsAsync(query.Cooperative, cancellationToken),
                Asked = await reads.Of<Question>().CountAsync(q => q.Cooperative == query.Cooperative && q.State == QuestionState.Open, cancellationToken),
                IsOnSale = await reads.Of<Product>().AnyAsync(p => p.Cooperative == query.Cooperative && p.State == ProductState.Live, cancellationToken),
                ClosedUntil = Closure.ClosedUntil(
                    (await reads.Of<Closure>().Where(c => c.Cooperative == query.Cooperative && c.To >= today).Select(c => new { c.From, c.To }).ToListAsync(cancellationToken)).Select(c => (c.From, c.To)), today),
                Ending = await EndingAsync(query.Cooperative, today, cancellationToken),
                Unproven = await reads.Of<Certificate>().CountAsync(
                    c => c.Cooperative == query.Cooperative && (c.State == CertificateState.Refused || (c.State == CertificateState.Waiting && c.Paper == null)), cancellationToken),
            };
        }

        private async Task<IReadOnlyList<Ending>> EndingAsync(CooperativeId cooperative, DateOnly today, CancellationToken cancellationToken)
        {
            var soon = today.AddDays(Certificate.RemindedBefore[0]);
            return await reads.Of<Certificate>().IgnoreAutoIncludes()
                .Where(c => c.Cooperative == cooperative && c.State == CertificateState.Confirmed && c.Issued <= today && c.Expires <= soon)
                .OrderBy(c => c.Expires).ThenBy(c => c.Id).Select(c => new Ending(c.Id, c.Name, c.Expires!.Value)).Take(MostLow).ToListAsync(cancellationToken);
        }

        private async Task<IReadOnlyList<Parcel>> ParcelsAsync(IQueryable<SellerOrder> parts, CancellationToken cancellationToken)
            => await DeskParcels.ReadAsync(reads, parts.Take(MostParcels), cancellationToken);

        private async Task<IReadOnlyList<LowStock>> LowAsync(CooperativeId cooperative, CancellationToken cancellationToken)
            => await (from v in reads.Of<Variant>()
                      join p in reads.Of<Product>() on v.Product equals p.Id
                      where p.Cooperative == cooperative && p.State == ProductState.Live && p.MadeToOrderDays == null && v.IsOffered && v.OnHand < Variant.Low
                      orderby v.OnHand, v.Id
                      select new LowStock(p.Slug, p.Name, v.Name, v.OnHand)).Take(MostLow).ToListAsync(cancellationToken);
    }
}
