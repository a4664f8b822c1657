using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search.Contract;

/// <summary>How often what readers find and see has changed.</summary>
internal sealed class Changes(MarketReads reads)
{
    /// <summary>A number that grows with every change, once it is booked; 0 before the first.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken)
        => reads.Of<ShopChanges>().Where(c => c.Id == ShopChanges.Only).Select(c => c.Count).SingleOrDefaultAsync(cancellationToken);
}
