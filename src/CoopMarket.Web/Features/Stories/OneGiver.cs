using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Reads, to be changed, what one woman agreed to about one thing.</summary>
internal sealed class OneGiver(MarketDb db)
{
    /// <summary>See <see cref="ConsentGivers.SameAs"/>.</summary>
    public async Task<IReadOnlyList<Consent>> OfAsync(Consent consent, CancellationToken cancellationToken)
        => ConsentGivers.SameAs(consent, await db.Set<Consent>().Where(c => c.Story == consent.Story && c.Kind == consent.Kind && c.About == consent.About).OrderBy(c => c.Id).ToListAsync(cancellationToken));
}
