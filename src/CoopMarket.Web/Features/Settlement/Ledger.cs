using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes entries, one for each source and kind. Works inside the caller's transaction.</summary>
internal sealed class Ledger(MarketDb db, TimeProvider time, Ids ids)
{
    /// <summary>Writes an entry unless its source is booked already or there is nothing to book.</summary>
    /// <param name="source">What caused it: the payment, the part, the refund or the delivery of the event.</param>
    /// <returns>Whether it was written now.</returns>
    /// <exception cref="InvalidOperationException">The lines don't balance.</exception>
    public async Task<bool> PostAsync(
        EntryKind kind, Guid source, OrderId? order, DateTimeOffset happenedAt, IReadOnlyList<EntryLine> lines, CancellationToken cancellationToken)
    {
        if (lines.All(l => l.Amount.IsZero) || await IsBookedAsync(kind, source, cancellationToken))
            return false;
        db.Add(JournalEntry.Post(ids.New<EntryId>(), kind, source, order, happenedAt, time.Now(), lines));
        return true;
    }

    /// <summary>The account of a place where money lies.</summary>
    public static LedgerAccount Of(MoneyPlace place) => place == MoneyPlace.Cards ? LedgerAccount.Cards : LedgerAccount.Bank;

    /// <summary>
    /// The lines of money that came to a place, or left it. What moved in another currency is kept in that currency, and both sides of
    /// its exchange are booked, so that each currency balances by itself.
    /// </summary>
    /// <param name="amount">In đồng; below zero where it left.</param>
    /// <param name="foreign">The same in the currency in which it moved, not negative; null where that is the đồng.</param>
    public static IReadOnlyList<EntryLine> At(MoneyPlace place, Money amount, Money? foreign)
    {
        if (foreign is not { } some)
            return [new(Of(place), amount)];
        var moved = amount.Minor < 0 ? -some : some;
        return [new(Of(place), moved), new(LedgerAccount.Exchange, -moved), new(LedgerAccount.Exchange, amount)];
    }

    /// <summary>Whether a source is booked already.</summary>
    public Task<bool> IsBookedAsync(EntryKind kind, Guid source, CancellationToken cancellationToken)
        => db.Set<JournalEntry>().AnyAsync(e => e.Kind == kind && e.Source == source, cancellationToken);
}
