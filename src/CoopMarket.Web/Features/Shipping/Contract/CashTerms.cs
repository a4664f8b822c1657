using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Shipping.Contract;

/// <summary>To whom carriers pay the cash that they collect. Tracks nothing.</summary>
internal sealed class CashTerms(MarketDb db)
{
    /// <summary>Whether a carrier pays the market at a moment; where nothing was agreed it pays the cooperative.</summary>
    public async Task<bool> PayMarketAsync(Carrier carrier, DateTimeOffset at, CancellationToken cancellationToken)
        => await db.Set<CashAgreement>().AsNoTracking().Where(a => a.Carrier == carrier && a.From <= at)
            .OrderByDescending(a => a.From).ThenByDescending(a => a.AddedAt).Select(a => a.PaysMarket).FirstOrDefaultAsync(cancellationToken);
}
