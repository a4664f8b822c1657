using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Photos;

/// <summary>With a story that is gone its photos go; a day later their files are swept, unless the same picture stands elsewhere.</summary>
internal sealed class OnStoryDeleted(PhotoRow row, TimeProvider time) : IHandle<StoryDeleted>
{
    public async Task HandleAsync(StoryDeleted happened, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var photo in await row.ShownAsync(PhotoSubject.Of(happened.Story), cancellationToken))
            photo.Remove(time.Now());
    }
}
