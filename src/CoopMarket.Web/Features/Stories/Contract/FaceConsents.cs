using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories.Contract;

/// <summary>Which photos show a face that nobody agrees to any more.</summary>
internal sealed class FaceConsents(MarketDb db)
{
    /// <summary>Their ids: somebody took it back and gave it not anew.</summary>
    public async Task<IReadOnlyList<PhotoId>> TakenBackAsync(CancellationToken cancellationToken)
    {
        var faces = await db.Set<Consent>().AsNoTracking().Where(c => c.Kind == ConsentKind.Face).Select(c => new { c.About, c.Who, c.WithdrawnAt }).ToListAsync(cancellationToken);
        return [.. faces.GroupBy(c => (c.About, Who: Folding.Fold(c.Who))).Where(g => g.All(c => c.WithdrawnAt is not null)).Select(g => PhotoId.From(g.Key.About)).Distinct()];
    }
}
