using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories.Contract;

/// <summary>Whose story it is.</summary>
internal sealed class StoryOwners(MarketDb db)
{
    public Task<bool> OwnsAsync(CooperativeId cooperative, StoryId story, CancellationToken cancellationToken)
        => db.Set<Story>().AnyAsync(s => s.Id == story && s.Cooperative == cooperative, cancellationToken);
}
