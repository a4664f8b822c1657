using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>The cash that carriers collect.</summary>
internal sealed class CarriedCash(MarketDb db)
{
    /// <summary>Whether some of a parcel's cash came to the market, or to the cooperative (false); null while none has come.</summary>
    public Task<bool?> CameToMarketAsync(SellerOrderId part, CancellationToken cancellationToken)
        => db.Set<CashParcel>().AsNoTracking().Where(p => p.SellerOrder == part && p.ListedAt != null).Select(p => (bool?)p.IsForMarket).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Whether nothing of a parcel's cash is to come any more: it was paid over, or given up.</summary>
    public async Task<bool> IsSettledAsync(SellerOrderId part, CancellationToken cancellationToken)
        => await db.Set<CashParcel>().FirstOrDefaultAsync(p => p.SellerOrder == part && p.IsForMarket, cancellationToken) is { State: CashParcelState.Remitted or CashParcelState.GivenUp };
}
