using System.Linq.Expressions;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk.Contract;

/// <summary>What waits for a cooperative: the number on the desk's first tab, and complaints that it has not answered.</summary>
internal sealed class DeskBadge(MarketReads reads, TimeProvider time)
{
    private static readonly ComplaintKind[] WithOtherSide = [.. Enum.GetValues<ComplaintKind>().Where(Complaint.ConcernsSeller)];

    /// <summary>How many orders wait to be accepted, and how many parcels that were packed before today still stand there; what the buyer fetches herself is not counted.</summary>
    public Task<int> OfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        var morning = VietnamDay.Begin(VietnamDay.Of(time.GetUtcNow()));
        return reads.Of<SellerOrder>().CountAsync(
            p => p.Cooperative == cooperative
                && (p.State == SellerOrderState.ToAccept || (p.State == SellerOrderState.Packed && p.PackedAt < morning && p.Way != DeliveryWay.PickUp)),
            cancellationToken);
    }

    /// <summary>How many complaints wait for its side of the matter, and by when the first of them is to be settled, UTC.</summary>
    public async Task<(int Count, DateTimeOffset? First)> ComplaintsAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        var due = await reads.Of<Complaint>().Where(Unanswered(cooperative)).OrderBy(c => c.SettleBy).Select(c => c.SettleBy).ToListAsync(cancellationToken);
        return (due.Count, due.Count == 0 ? null : due[0]);
    }

    private static Expression<Func<Complaint, bool>> Unanswered(CooperativeId cooperative)
        => c => c.Cooperative == cooperative && WithOtherSide.Contains(c.Kind) && c.Moves.All(m => m.Kind != ComplaintMoveKind.SideTold)
            && (c.State == ComplaintState.Received || c.State == ComplaintState.Answered || c.State == ComplaintState.SecondLook);
}
