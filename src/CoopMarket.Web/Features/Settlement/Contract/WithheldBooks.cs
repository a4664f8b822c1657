using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>The tax that the market has withheld. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class WithheldBooks(MarketDb db)
{
    /// <summary>All that was ever withheld, less what was given back.</summary>
    public async Task<Money> SumAsync(CancellationToken cancellationToken)
        => Money.Dong(await db.Set<WithheldTax>().SumAsync(t => t.Vat.Minor + t.Income.Minor, cancellationToken));
}
