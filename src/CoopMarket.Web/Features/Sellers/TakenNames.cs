using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// The looks of sellers' names. An application that was handed in holds its own; drafts hold none, so that nobody can keep a name
/// by writing it down.
/// </summary>
internal sealed class TakenNames(MarketDb db)
{
    /// <summary>Whether one of the application's names looks like another seller's.</summary>
    /// <param name="application">The one that the seller came or is to come of.</param>
    /// <param name="further">Names that it did not tell of: those in further languages.</param>
    public Task<bool> AnotherHasAsync(SellerApplication application, IEnumerable<string> further, CancellationToken cancellationToken)
    {
        var mine = SellerName.Skeletons(application.Details, further);
        return db.Set<TakenName>().AnyAsync(n => mine.Contains(n.Skeleton) && n.Application != application.Id, cancellationToken);
    }

    /// <summary>Makes the application hold exactly its present names and these.</summary>
    public async Task TakeAsync(SellerApplication application, IEnumerable<string> further, CancellationToken cancellationToken)
    {
        var mine = SellerName.Skeletons(application.Details, further);
        var held = await db.Set<TakenName>().Where(n => n.Application == application.Id).ToListAsync(cancellationToken);
        db.RemoveRange(held.Where(n => !mine.Contains(n.Skeleton)));
        db.AddRange(mine.Except(held.Select(n => n.Skeleton)).Select(s => TakenName.Of(s, application.Id)));
    }

    /// <summary>Lets them go.</summary>
    public async Task GiveUpAsync(SellerApplication application, CancellationToken cancellationToken)
        => db.RemoveRange(await db.Set<TakenName>().Where(n => n.Application == application.Id).ToListAsync(cancellationToken));
}
