using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A cooperative's orders, step by step.</summary>
internal static class Inbox
{
    internal const int PageSize = 30;

    /// <summary>The steps, in the order of a parcel's way.</summary>
    internal enum Step
    {
        Accept,
        Pack,
        Ship,
        Way,
        Done,
    }

    /// <param name="Show">Null for the first step at which something waits.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, Step? Show, int Page) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="HasMore">Whether there is a next page.</param>
    /// <param name="ToPackNow">How many are to be packed and wait for no harvest.</param>
    internal sealed record View(Step Show, IReadOnlyDictionary<Step, int> Counts, IReadOnlyList<Parcel> Parcels, bool HasMore, DateTimeOffset Now, int ToPackNow);

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            // What can't be paid any more was never shown to her: a part that was not accepted has no date to begin with.
            var mine = reads.Of<SellerOrder>().Where(p => p.Cooperative == query.Cooperative && p.ToAcceptAt != null);
            var states = await mine.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var counts = Enum.GetValues<Step>().ToDictionary(s => s, s => states.Where(c => StatesOf(s).Contains(c.Key)).Sum(c => c.Count));
            var show = query.Show ?? Enum.GetValues<Step>().FirstOrDefault(s => counts[s] > 0);
            var wanted = StatesOf(show);
            var parts = mine.Where(p => wanted.Contains(p.State));
            var sorted = show == Step.Done ? parts.OrderByDescending(p => p.EndedAt ?? p.DeliveredAt).ThenBy(p => p.Id) : parts.OrderBy(p => p.SendFrom != null && p.SendFrom > today).ThenBy(p => p.ToAcceptAt).ThenBy(p => p.Id);
            var parcels = await DeskParcels.ReadAsync(reads, sorted.Skip((query.Page - 1) * PageSize).Take(PageSize + 1), cancellationToken);
            return new(show, counts, [.. parcels.Take(PageSize)], parcels.Count > PageSize, time.Now(),
                await mine.CountAsync(p => p.State == SellerOrderState.ToPack && (p.SendFrom == null || p.SendFrom <= today), cancellationToken));
        }

        private static SellerOrderState[] StatesOf(Step step) => step switch
        {
            Step.Accept => [SellerOrderState.ToAccept],
            Step.Pack => [SellerOrderState.ToPack],
            Step.Ship => [SellerOrderState.Packed],
            Step.Way => [SellerOrderState.Shipped],
            _ => [SellerOrderState.Delivered, SellerOrderState.Declined, SellerOrderState.Cancelled, SellerOrderState.Refused, SellerOrderState.Lost],
        };
    }
}
