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
        // Of most photos nobody ever took anything back: those are not read.
        var faces = db.Set<Consent>().AsNoTracking().Where(c => c.Kind == ConsentKind.Face);
        var asked = await faces.Where(c => faces.Any(o => o.About == c.About && o.WithdrawnAt != null)).ToListAsync(cancellationToken);
        return [.. asked.GroupBy(c => c.About).Where(g => ConsentGivers.TookBack([.. g])).Select(g => PhotoId.From(g.Key))];
    }
}
