using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>The market's fee, by date.</summary>
internal sealed class FeeRules(MarketDb db)
{
    /// <summary>The fee on goods at a moment, in basis points (100 = 1 %); rounded half up for each seller order.</summary>
    public async Task<int> AtAsync(DateTimeOffset at, CancellationToken cancellationToken)
        => (await InForceAsync(at, cancellationToken))?.BasisPoints ?? FeeRule.Usual;

    /// <summary>The rule in force at a moment; null where none was written until then, and the fee is <see cref="FeeRule.Usual"/>.</summary>
    public Task<FeeRule?> InForceAsync(DateTimeOffset at, CancellationToken cancellationToken)
        => db.Set<FeeRule>().AsNoTracking().Where(r => r.From <= at).OrderByDescending(r => r.From).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The rules that are not in force yet, the next one first.</summary>
    public async Task<IReadOnlyList<FeeRule>> ComingAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => await db.Set<FeeRule>().AsNoTracking().Where(r => r.From > now).OrderBy(r => r.From).ToListAsync(cancellationToken);
}
