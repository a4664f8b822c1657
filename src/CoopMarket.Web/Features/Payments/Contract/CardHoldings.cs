using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>
/// What the card gateway holds of each currency: charged, less what went back, was changed, was paid out, was kept for its work and was
/// transferred to cooperatives, or asked to be. By the rows, not by the ledger: what was written down a moment ago may not be booked yet. Tracks nothing.
/// </summary>
internal sealed class CardHoldings(MarketDb db, Transfers transfers)
{
    /// <summary>Of one currency; below zero where more went back to buyers than it held.</summary>
    public async Task<Money> OfAsync(Currency currency, CancellationToken cancellationToken)
    {
        var charged = await db.Set<MoneyIn>()
            .Where(m => (m.Source == MoneySource.Card || m.Source == MoneySource.Dispute) && m.State != MoneyInState.OtherAccount && m.State != MoneyInState.Outgoing && m.Moved.Currency == currency)
            .SumAsync(m => m.Direction == TransferDirection.In ? m.Moved.Minor : -m.Moved.Minor, cancellationToken);
        var refunded = await db.Set<RefundDue>().Where(r => r.Place == MoneyPlace.Cards && r.PaidAt != null && r.FailedAt == null && r.Moved.Currency == currency).SumAsync(r => r.Moved.Minor, cancellationToken);
        var kept = await db.Set<CardMove>().Where(m => m.Left.Currency == currency).SumAsync(m => m.Left.Minor, cancellationToken);
        if (currency != Currency.VND)
            return new(charged - refunded - kept - await db.Set<CardExchange>().Where(e => e.Foreign.Currency == currency).SumAsync(e => e.Foreign.Minor, cancellationToken), currency);
        var paidOut = await db.Set<MoneyIn>().Where(m => m.IsFromCards).SumAsync(m => m.Amount.Minor + m.Kept.Minor, cancellationToken);
        var transferred = (await transfers.OutAsync(cancellationToken)).Minor;
        return Money.Dong(charged - refunded - kept - paidOut - transferred + await db.Set<CardExchange>().SumAsync(e => e.Dong.Minor, cancellationToken));
    }

    /// <summary>Of all currencies but the đồng of which it holds anything, or is short.</summary>
    public async Task<IReadOnlyList<Money>> ForeignAsync(CancellationToken cancellationToken)
    {
        List<Money> held = [];
        foreach (var currency in Currencies.Foreign)
            if (await OfAsync(currency, cancellationToken) is { IsZero: false } some)
                held.Add(some);
        return held;
    }
}
