using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Shipping.Contract;

/// <summary>Whether a cooperative has said where it sends to. Tracks nothing.</summary>
internal sealed class AbroadChoice(MarketDb db)
{
    /// <summary>Whether it has; each list of its own, and each return to the market's, is such a word.</summary>
    public Task<bool> IsMadeAsync(CooperativeId cooperative, CancellationToken cancellationToken) => db.Set<DeliveryRule>().AnyAsync(r => r.Cooperative == cooperative, cancellationToken);
}
