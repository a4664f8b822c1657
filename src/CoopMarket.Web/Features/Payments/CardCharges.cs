using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// On which charge money goes back, and how much of that charge: in its own currency, by the rate at which it was charged. Works inside
/// the caller's transaction.
/// </summary>
internal sealed class CardCharges(MarketDb db)
{
    private const string Askable = "pi_";

    /// <summary>
    /// The first of its charges of which so much is left. One refund goes back on one charge: the gateway knows no other kind. Null
    /// where none can bear it.
    /// </summary>
    public async Task<OnCharge?> ForAsync(RefundDue due, CancellationToken cancellationToken)
    {
        var charges = await db.Set<MoneyIn>().AsNoTracking()
            .Where(m => m.Source == MoneySource.Card && m.State != MoneyInState.TakenBack && (due.MoneyIn == null ? m.Order == due.Order && m.Order != null : m.Id == due.MoneyIn))
            .OrderBy(m => m.BookedAt).ToListAsync(cancellationToken);
        foreach (var charge in charges.Where(c => c.Reference.StartsWith(Askable, StringComparison.Ordinal)))
        {
            var (before, _) = await SentAsync(charge, due, cancellationToken);
            if (charge.Amount - before >= due.Left)
                return await OnAsync(charge, due, cancellationToken);
        }

        return null;
    }

    /// <summary>What of a charge goes back for what is owed.</summary>
    public async Task<OnCharge> OnAsync(MoneyIn charge, RefundDue due, CancellationToken cancellationToken)
    {
        if (charge.Moved.Currency == due.Amount.Currency)
            return new(charge.Reference, due.Left);
        var (before, sent) = await SentAsync(charge, due, cancellationToken);
        return new(charge.Reference, Exchange.Back(charge.Moved, charge.Amount, before, sent, due.Left));
    }

    private async Task<(Money Before, Money Sent)> SentAsync(MoneyIn charge, RefundDue due, CancellationToken cancellationToken)
    {
        var others = db.Set<RefundDue>().Where(r => r.Id != due.Id && r.Charge == charge.Reference && r.FailedAt == null && (r.Call != null || r.Reference != null));
        return (
            Money.Dong(await others.SumAsync(r => r.Amount.Minor - r.SetOff.Minor, cancellationToken)),
            charge.Moved with { Minor = await others.SumAsync(r => r.Moved.Minor, cancellationToken) });
    }
}
