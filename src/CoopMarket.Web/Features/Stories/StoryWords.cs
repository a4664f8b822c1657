using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Catalog.Contract;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Holds stories about food for an admin where words stand in them that food may not be praised with.</summary>
internal sealed class StoryWords(FoodWords food)
{
    /// <summary>Those in a story as it stands.</summary>
    public Task<IReadOnlyList<string>> InAsync(Story story, CancellationToken cancellationToken)
        => food.InStoryAsync([.. story.Products.Select(p => p.Product)], [story.Title, story.Lead, story.Body], cancellationToken);

    /// <summary>
    /// Changes a story. One that is in the shop is held for words that did not stand in it before; one that is held waits on for
    /// those that are left, and no longer where none is.
    /// </summary>
    /// <param name="now">UTC.</param>
    public async Task ChangeAsync(Story story, Action change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = story.State == StoryState.Live ? await InAsync(story, cancellationToken) : [];
        change();
        if (story.State is not (StoryState.Live or StoryState.Held))
            return;
        IReadOnlyList<string> words = [.. (await InAsync(story, cancellationToken)).Except(before)];
        if (story.State == StoryState.Held || words.Count > 0)
            story.Hold(words, now);
    }
}
