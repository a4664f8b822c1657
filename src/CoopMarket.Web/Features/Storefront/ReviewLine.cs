using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A review as readers see it.</summary>
/// <param name="Language">In which it is written.</param>
/// <param name="Name">What its writer wants to be called; may be empty.</param>
/// <param name="Answer">Of the cooperative; empty where there is none.</param>
/// <param name="Translation">What it says in the reader's language; null where it is written in that, or nobody wrote it down.</param>
internal sealed record ReviewLine(
    ReviewId Id, int Stars, string Words, string Language, string Name, DateTimeOffset WrittenAt, DateTimeOffset? ChangedAt, string Answer, string AnswerLanguage, DateTimeOffset? AnsweredAt,
    string? Translation, IReadOnlyList<PhotoView> Photos)
{
    /// <summary>Whether it became another after it was answered: the answer may speak of what is no longer there.</summary>
    public bool IsChangedSince => AnsweredAt is { } answered && ChangedAt > answered;

    /// <summary>The reviews of a product that readers see, the newest first.</summary>
    public static IQueryable<Review> Newest(MarketReads reads, ProductId product)
        => reads.Of<Review>().Where(r => r.Product == product && r.State == ReviewState.Shown).OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id);

    /// <summary>The same, but those that say something before stars alone: what there is little room for shall tell readers something.</summary>
    public static IQueryable<Review> Telling(MarketReads reads, ProductId product)
        => reads.Of<Review>().Where(r => r.Product == product && r.State == ReviewState.Shown).OrderByDescending(r => r.Words != "").ThenByDescending(r => r.WrittenAt).ThenBy(r => r.Id);

    public static ReviewLine Of(Review review, IEnumerable<PhotoView> photos) => new(
        review.Id, review.Stars, review.Words, review.Language, review.Name, review.WrittenAt, review.ChangedAt, review.Answer, review.AnswerLanguage, review.AnsweredAt,
        review.Translations.All.GetValueOrDefault(Languages.Current), [.. photos]);
}

/// <summary>The reviews of a product as a page shows them.</summary>
/// <param name="Slug">The product's address below <c>/p/</c>.</param>
/// <param name="Stars">Of all of them.</param>
/// <param name="Lines">Those that are shown here.</param>
internal sealed record ReviewsShown(string Slug, StarTally Stars, IReadOnlyList<ReviewLine> Lines);
