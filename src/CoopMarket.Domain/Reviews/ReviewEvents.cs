using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Reviews;

/// <summary>A buyer wrote a review.</summary>
[EventName("reviews.written")]
public sealed record ReviewWritten(ReviewId Review, CooperativeId Cooperative) : DomainEvent;

/// <summary>What readers see of a product's reviews is another.</summary>
[EventName("reviews.changed")]
public sealed record ReviewsChanged(ProductId Product) : DomainEvent;

/// <summary>A review was answered by its cooperative.</summary>
[EventName("reviews.answered")]
public sealed record ReviewAnswered(ReviewId Review) : DomainEvent;

/// <summary>A review's writer took it back.</summary>
[EventName("reviews.taken-back")]
public sealed record ReviewTakenBack(ReviewId Review) : DomainEvent;

/// <summary>An admin hid a review.</summary>
[EventName("reviews.hidden")]
public sealed record ReviewHidden(ReviewId Review) : DomainEvent;

/// <summary>An admin let a review stand, or stand again.</summary>
/// <param name="Move">The number of her step in its trail.</param>
/// <param name="WasHidden">Whether readers could not see it before.</param>
[EventName("reviews.kept")]
public sealed record ReviewKept(ReviewId Review, int Move, bool WasHidden) : DomainEvent;

/// <summary>The market forgot who wrote a review.</summary>
[EventName("reviews.writer-forgotten")]
public sealed record ReviewWriterForgotten(ReviewId Review) : DomainEvent;
