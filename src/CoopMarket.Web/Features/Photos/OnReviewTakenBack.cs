using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Photos;

/// <summary>With a review that was taken back, or whose writer is forgotten, its photos go; a day later their files are swept.</summary>
internal sealed class OnReviewTakenBack(PhotoRow row, TimeProvider time) : IHandle<ReviewTakenBack>, IHandle<ReviewWriterForgotten>
{
    public Task HandleAsync(ReviewTakenBack happened, Delivery delivery, CancellationToken cancellationToken) => RemoveAsync(happened.Review, cancellationToken);

    public Task HandleAsync(ReviewWriterForgotten happened, Delivery delivery, CancellationToken cancellationToken) => RemoveAsync(happened.Review, cancellationToken);

    private async Task RemoveAsync(ReviewId review, CancellationToken cancellationToken)
    {
        foreach (var photo in await row.ShownAsync(review, cancellationToken))
            photo.Remove(time.Now());
    }
}
