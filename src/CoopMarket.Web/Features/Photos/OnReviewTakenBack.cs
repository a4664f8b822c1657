using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Photos;

/// <summary>With a review that was taken back its photos go; a day later their files are swept.</summary>
internal sealed class OnReviewTakenBack(PhotoRow row, TimeProvider time) : IHandle<ReviewTakenBack>
{
    public async Task HandleAsync(ReviewTakenBack happened, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var photo in await row.ShownAsync(happened.Review, cancellationToken))
            photo.Remove(time.Now());
    }
}
