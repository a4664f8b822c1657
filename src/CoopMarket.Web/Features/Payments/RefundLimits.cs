using System.Linq.Expressions;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Says what of an order one person may send back, all its refunds together.</summary>
internal sealed class RefundLimits(MarketDb db, Tills tills, RefundSettings settings)
{
    /// <summary>What went back, or is going, without two having agreed.</summary>
    public static readonly Expression<Func<RefundDue, bool>> Counts = r => r.FailedAt == null && r.SecondedBy == null && (r.Reference != null || r.Call != null);

    private static readonly Func<RefundDue, bool> IsCounted = Counts.Compile();

    /// <summary>The limit that holds for a refund as things stand, what the running transaction has not saved yet included.</summary>
    public async Task<RefundLimit> OfAsync(RefundDue due, CancellationToken cancellationToken)
    {
        // A statement's lines pay several in one transaction: the tracked ones know.
        var others = due.Order is null ? [] : await db.Set<RefundDue>().Where(r => r.Order == due.Order && r.Id != due.Id).ToListAsync(cancellationToken);
        return new(settings.Alone, Money.Sum(others.Where(IsCounted).Select(r => r.Left)));
    }

    /// <summary>The same for whoever is about to send it: nobody else sends of this order until the running transaction ends.</summary>
    public async Task<RefundLimit> HoldAsync(RefundDue due, CancellationToken cancellationToken)
    {
        if (due.Order is { } order)
            await tills.HoldAsync(order, cancellationToken);
        return await OfAsync(due, cancellationToken);
    }
}
