using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// One short transaction for a command that had to hash first: hashing takes a tenth of a second, and on SQLite nobody
/// else could write meanwhile.
/// </summary>
internal sealed class AccountWork(MarketDb db, WriteGate gate, Outbox outbox, Collisions collisions)
{
    /// <summary>Runs the work and keeps it, with what it raised, when it is done; a collision becomes its refusal.</summary>
    public async Task<TOutcome> KeepAsync<TOutcome>(Func<Task<TOutcome>> work, CancellationToken cancellationToken)
        where TOutcome : IOutcome<TOutcome>
    {
        try
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(db.UsualIsolation, cancellationToken);
            var outcome = await work();
            if (outcome.Kind is OutcomeKind.Done or OutcomeKind.Recorded)
            {
                outbox.Collect();
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                outbox.Signal();
                return outcome;
            }

            Forget();
            return outcome;
        }
        catch (Exception e) when (collisions.Of(e, db) is { } collision)
        {
            Forget();
            return TOutcome.Refused(collision.Refusal);
        }
    }

    private void Forget()
    {
        db.ChangeTracker.Clear();
        outbox.Forget();
    }
}
