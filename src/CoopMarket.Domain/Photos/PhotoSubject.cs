using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Photos;

/// <summary>What a photo may show.</summary>
public enum PhotoSubjectKind
{
    Product,
    Story,
    Maker,
    Cooperative,

    /// <summary>What was made or harvested together; for its cooperative, and for who reads the label.</summary>
    Lot,

    /// <summary>The market itself: the picture of its home page.</summary>
    Market,

    /// <summary>What a buyer received, beside what she says of it.</summary>
    Review,

    /// <summary>What a buyer or a cooperative shows the other beside a message; for the two alone.</summary>
    Message,

    /// <summary>What somebody shows the market beside what she complains of; for her, the market and the other side alone.</summary>
    Complaint,
}

/// <summary>The thing that a photo shows.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; empty for the market.</param>
public readonly record struct PhotoSubject(PhotoSubjectKind Kind, Guid Id)
{
    /// <summary>The picture of the home page.</summary>
    public static PhotoSubject Home { get; } = new(PhotoSubjectKind.Market, Guid.Empty);

    /// <summary>What has no public address: only a page that knows its reader shows it.</summary>
    public static IReadOnlyList<PhotoSubjectKind> Private { get; } = [PhotoSubjectKind.Message, PhotoSubjectKind.Complaint];

    public static implicit operator PhotoSubject(ProductId product) => Of(product);

    public static implicit operator PhotoSubject(StoryId story) => Of(story);

    public static implicit operator PhotoSubject(MakerId maker) => Of(maker);

    public static implicit operator PhotoSubject(CooperativeId cooperative) => Of(cooperative);

    public static implicit operator PhotoSubject(LotId lot) => Of(lot);

    public static implicit operator PhotoSubject(ReviewId review) => Of(review);

    public static implicit operator PhotoSubject(QuestionMessageId message) => Of(message);

    public static implicit operator PhotoSubject(ComplaintId complaint) => Of(complaint);

    public static PhotoSubject Of(ProductId product) => new(PhotoSubjectKind.Product, product.Value);

    public static PhotoSubject Of(StoryId story) => new(PhotoSubjectKind.Story, story.Value);

    public static PhotoSubject Of(MakerId maker) => new(PhotoSubjectKind.Maker, maker.Value);

    public static PhotoSubject Of(CooperativeId cooperative) => new(PhotoSubjectKind.Cooperative, cooperative.Value);

    public static PhotoSubject Of(LotId lot) => new(PhotoSubjectKind.Lot, lot.Value);

    public static PhotoSubject Of(QuestionMessageId message) => new(PhotoSubjectKind.Message, message.Value);

    public static PhotoSubject Of(ComplaintId complaint) => new(PhotoSubjectKind.Complaint, complaint.Value);

    public static PhotoSubject Of(ReviewId review) => new(PhotoSubjectKind.Review, review.Value);
}
