using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Takes lots out to change them, and knows which numbers are free. Works inside the caller's transaction.</summary>
internal sealed class LotDrawer(MarketDb db)
{
    /// <summary>A lot of this cooperative; null where it is not there or another's.</summary>
    public Task<Lot?> OneAsync(CooperativeId cooperative, LotId lot, CancellationToken cancellationToken)
        => db.Set<Lot>().FirstOrDefaultAsync(l => l.Id == lot && l.Cooperative == cooperative, cancellationToken);

    /// <summary>The number as typed, or where nothing was typed the next of its day; null where another lot has it.</summary>
    /// <param name="but">The lot that may keep its own; null for a new one.</param>
    public async Task<string?> NumberAsync(CooperativeId cooperative, string typed, DateOnly madeOn, LotId? but, CancellationToken cancellationToken)
    {
        if (typed.Length > 0)
            return await IsFreeAsync(cooperative, typed, but, cancellationToken) ? typed : null;
        var nth = 1 + await db.Set<Lot>().CountAsync(l => l.Cooperative == cooperative && l.MadeOn == madeOn && (but == null || l.Id != but), cancellationToken);
        while (!await IsFreeAsync(cooperative, Lot.ProposedNumber(madeOn, nth), but, cancellationToken))
            nth++;
        return Lot.ProposedNumber(madeOn, nth);
    }

    private async Task<bool> IsFreeAsync(CooperativeId cooperative, string number, LotId? but, CancellationToken cancellationToken)
    {
        var folded = Lot.FoldNumber(number);
        return !await db.Set<Lot>().AnyAsync(l => l.Cooperative == cooperative && l.FoldedNumber == folded && (but == null || l.Id != but), cancellationToken);
    }
}
