using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Takes returns out to move them, and says what is to be given back for them. Works inside the caller's transaction.</summary>
internal sealed class Returns(MarketDb db, TimeProvider time, Ids ids)
{
    /// <summary>All returns of an order, the oldest first.</summary>
    public Task<List<Return>> OfOrderAsync(OrderId order, CancellationToken cancellationToken)
        => db.Set<Return>().Where(r => r.Order == order).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);

    /// <summary>A return of this cooperative's goods; null where it is not there or another's.</summary>
    public Task<Return?> OneAsync(CooperativeId cooperative, ReturnId id, CancellationToken cancellationToken)
        => db.Set<Return>().FirstOrDefaultAsync(r => r.Id == id && r.Cooperative == cooperative, cancellationToken);

    /// <summary>A return of goods of this order; null where it is not there or another's.</summary>
    public Task<Return?> OneAsync(string code, ReturnId id, CancellationToken cancellationToken)
    {
        var read = PublicCode.Parse(code).Value;
        return db.Set<Return>().FirstOrDefaultAsync(r => r.Id == id && db.Set<Order>().Any(o => o.Id == r.Order && o.Code == read), cancellationToken);
    }

    /// <summary>What is due for a return: each line, and its delivery with the last of a part.</summary>
    public async Task<ReturnDue> DueAsync(Order order, Return back, CancellationToken cancellationToken)
    {
        var due = order.DueFor(back, (await OfOrderAsync(order.Id, cancellationToken)).FindAll(r => r.SellerOrder == back.SellerOrder));
        return new(due, Money.Sum(due.Select(d => d.Amount), order.Total.Currency));
    }

    /// <summary>Some of what is due, spread over all of it by largest remainder.</summary>
    /// <param name="amount">From nothing to all.</param>
    public List<RefundPlan> Plans(ReturnDue due, Money amount)
        => due.Each.Count == 0 ? [] : [.. due.Each.Zip(Allocation.Split(amount, [.. due.Each.Select(d => d.Amount.Minor)])).Where(t => !t.Second.IsZero).Select(t => new RefundPlan(ids.New<PartRefundId>(), t.First.Line, t.Second))];

    /// <summary>The parcel itself came back untaken, or was lost: nothing of the part is to be sent back any more.</summary>
    public async Task VoidAsync(SellerOrderId part, CancellationToken cancellationToken)
    {
        foreach (var open in (await db.Set<Return>().Where(r => r.SellerOrder == part).ToListAsync(cancellationToken)).Where(r => r.IsOpen))
            open.Void(time.Now());
    }

    /// <summary>All that was due for some returns of a part has been given back without them: nothing need be sent any more. What is on its way already is still awaited.</summary>
    public async Task VoidPaidAsync(Order order, SellerOrderId part, CancellationToken cancellationToken)
    {
        var all = await db.Set<Return>().Where(r => r.SellerOrder == part).ToListAsync(cancellationToken);
        foreach (var paid in all.Where(r => r.State is ReturnState.Asked or ReturnState.Agreed && order.DueFor(r, all).Count == 0))
            paid.Void(time.Now());
    }
}

/// <summary>What is due for a return.</summary>
/// <param name="Each">A line, or the delivery where that is null, with what is due for it; each above zero.</param>
/// <param name="All">Their sum.</param>
internal sealed record ReturnDue(IReadOnlyList<(OrderLineId? Line, Money Amount)> Each, Money All);
