using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Finds the refund that a transfer of the bank paid, by the refund's own code in its text and exactly its amount.</summary>
internal sealed class OutgoingRefunds(MarketDb db, RefundLimits limits, TimeProvider time)
{
    /// <summary>
    /// The refund that the line paid; null where it names none, several, or another amount. One that is owed is paid by it, where as many
    /// have agreed as must; one that an admin wrote down under another reference has left the account by this line, once.
    /// </summary>
    public async Task<RefundDueId?> RefundOfAsync(MoneyIn line, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(line.Text).Select(c => c.Value).ToList();
        if (codes.Count == 0)
            return null;
        if (await db.Set<RefundDue>().Where(r => codes.Contains(r.Code) && r.Place == MoneyPlace.Bank && r.FailedAt == null && (r.PaidAt == null || r.Reference != null)).ToListAsync(cancellationToken) is not [var due] || due.Left != line.Amount)
            return null;
        if (due.IsOpen)
            return due.Pay(line.Reference, await limits.HoldAsync(due, cancellationToken), time.Now()).IsDone ? due.Id : null;
        // Another line of the same statement may have been it, which nobody has saved yet.
        return db.Set<MoneyIn>().Local.Any(m => m.Refund == due.Id && m.Direction == TransferDirection.Out)
            || await db.Set<MoneyIn>().AnyAsync(m => m.Refund == due.Id && m.Direction == TransferDirection.Out, cancellationToken) ? null : due.Id;
    }
}
