using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What a buyer says, or can say, of one line of her order.</summary>
internal static class YourReview
{
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret, OrderLineId Line) : IQuery<View?>, IForGuestOf;

    /// <param name="Code">Of the order.</param>
    /// <param name="Slug">Of the product when it was bought.</param>
    /// <param name="MayWrite">Whether the line may still be reviewed, or its review changed.</param>
    /// <param name="Review">What she said; null before.</param>
    internal sealed record View(string Code, string Slug, LocalizedText Product, LocalizedText Variant, bool MayWrite, Said? Review);

    /// <param name="HiddenBecause">Empty unless an admin hid it.</param>
    /// <param name="ChangeBy">Until when she may change it, UTC.</param>
    /// <param name="Photos">Those that stand beside it.</param>
    internal sealed record Said(ReviewId Id, ReviewState State, int Stars, string Words, string Name, string HiddenBecause, string Answer, DateTimeOffset ChangeBy, IReadOnlyList<PhotoView> Photos);

    internal sealed class Handler(MarketReads reads, Goods goods, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(query.OrderCode).Value;
            var order = await reads.Of<Order>().AsSplitQuery().FirstAsync(o => o.Code == code, cancellationToken);
            if (order.Parts.FirstOrDefault(p => p.Lines.Any(l => l.Id == query.Line)) is not { State: SellerOrderState.Delivered, DeliveredAt: { } arrived } part
                || part.Lines.Single(l => l.Id == query.Line) is not { Left: > 0 } line)
                return null;
            var now = time.Now();
            var review = await reads.Of<Review>().FirstOrDefaultAsync(r => r.Line == query.Line, cancellationToken);
            var photos = review is null ? [] : (await goods.PhotosAsync([review.Id], cancellationToken))[review.Id];
            return new(
                order.Code, line.Slug, line.ProductName, line.VariantName, review?.MayBeChanged(now) ?? now < arrived + Review.TimeToWrite,
                review is null ? null : new(review.Id, review.State, review.Stars, review.Words, review.Name, review.HiddenBecause, review.Answer, review.WrittenAt + Review.TimeToChange, [.. photos]));
        }
    }
}
