using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>The market's fee, by date.</summary>
internal sealed class FeeRules(MarketDb db)
{
    /// <summary>The fee on goods at a moment, in basis points (100 = 1 %); rounded half up for each seller order.</summary>
    public async Task<int> AtAsync(DateTimeOffset at, CancellationToken cancellationToken)
        => await db.Set<FeeRule>().Where(r => r.From <= at).OrderByDescending(r => r.From).Select(r => (int?)r.BasisPoints).FirstOrDefaultAsync(cancellationToken)
            ?? FeeRule.Usual;

    /// <summary>The rules that are not in force yet, the next one first.</summary>
    public async Task<IReadOnlyList<FeeRule>> ComingAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => await db.Set<FeeRule>().AsNoTracking().Where(r => r.From > now).OrderBy(r => r.From).ToListAsync(cancellationToken);
}
