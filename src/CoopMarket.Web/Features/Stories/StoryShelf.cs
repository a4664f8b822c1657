using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Finds stories to be changed.</summary>
internal static class StoryShelf
{
    /// <summary>A story of one cooperative; null where there is none, or it is another's.</summary>
    public static Task<Story?> OfCooperativeAsync(this DbSet<Story> stories, CooperativeId cooperative, StoryId story, CancellationToken cancellationToken)
        => stories.FirstOrDefaultAsync(s => s.Id == story && s.Cooperative == cooperative, cancellationToken);

    /// <summary>An address for a title that no story has yet.</summary>
    public static async Task<string> FreeSlugAsync(this DbSet<Story> stories, Story story, CancellationToken cancellationToken)
    {
        var wish = Folding.Slug(story.Title.Vi) is { Length: > 0 } slug ? slug : "chuyen";
        var taken = await stories.Where(s => s.Id != story.Id && s.Slug.StartsWith(wish)).Select(s => s.Slug).ToListAsync(cancellationToken);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? wish : $"{wish}-{n}").First(s => !taken.Contains(s));
    }

    /// <summary>The voices that blocks of a story may hold, in the order in which they came.</summary>
    public static async Task<IReadOnlyList<BlockVoice>> VoicesOfAsync(this MarketDb db, StoryId story, CancellationToken cancellationToken)
        => await db.Set<Recording>().Where(r => r.Story == story).OrderBy(r => r.Id).Select(r => new BlockVoice(r.Id, r.Who, r.Milliseconds)).ToListAsync(cancellationToken);
}
