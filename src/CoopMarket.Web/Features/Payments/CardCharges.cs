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
            .Where(m => m.Source == MoneySource.Card && (due.MoneyIn == null ? m.Order == due.Order && m.Order != null : m.Id == due.MoneyIn))
            .OrderBy(m => m.BookedAt).ToListAsync(cancellationToken);
        var gone = await GoneAsync([.. charges.Where(c => c.State == MoneyInState.TakenBack).Select(c => c.Reference)], cancellationToken);
        foreach (var charge in charges.Where(c => c.Reference.StartsWith(Askable, StringComparison.Ordinal) && !gone.Contains(c.Reference)))
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

    // A charge that was taken back bears a refund again once its dispute was won, and the gateway has given it back.
    private async Task<IReadOnlySet<string>> GoneAsync(List<string> taken, CancellationToken cancellationToken)
    {
        if (taken.Count == 0)
            return taken.ToHashSet();
        var told = await db.Set<CardEvent>().Where(e => taken.Contains(e.Charge) && e.State == CardEventState.Used && (e.Type == CardEvent.Withdrawn || e.Type == CardEvent.Reinstated))
            .Select(e => new { e.Charge, e.Type, e.Session }).ToListAsync(cancellationToken);
        var names = told.Where(e => e.Type == CardEvent.Reinstated).Select(e => Disputes.NameOf(e.Session, TransferDirection.In)).Distinct().ToList();
        var given = await db.Set<MoneyIn>().Where(m => m.Source == MoneySource.Dispute && names.Contains(m.SourceId) && m.Order != null).Select(m => m.SourceId).ToListAsync(cancellationToken);
        return taken.Where(charge =>
        {
            var disputes = told.Where(e => e.Charge == charge).Select(e => e.Session).Distinct().ToList();
            return disputes.Count == 0 || disputes.Exists(d => !given.Contains(Disputes.NameOf(d, TransferDirection.In)));
        }).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<(Money Before, Money Sent)> SentAsync(MoneyIn charge, RefundDue due, CancellationToken cancellationToken)
    {
        var others = db.Set<RefundDue>().Where(r => r.Id != due.Id && r.Charge == charge.Reference && r.FailedAt == null && (r.Call != null || r.Reference != null));
        return (
            Money.Dong(await others.SumAsync(r => r.Amount.Minor - r.SetOff.Minor, cancellationToken)),
            charge.Moved with { Minor = await others.SumAsync(r => r.Moved.Minor, cancellationToken) });
    }
}
