using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.RichText;

namespace CoopMarket.Web.Features.Stories;

/// <summary>How the area reads what is typed of a story.</summary>
internal static class StoryText
{
    /// <summary>Whether a title or a lead can be kept; empty ones can.</summary>
    public static bool Fits(string? typed, int length) => CleanText.Read(typed, length, out _) is TextVerdict.Clean or TextVerdict.Empty;

    /// <summary>Whether a body can be kept; an empty one can.</summary>
    public static bool FitsBody(string? typed)
        => CleanText.Read(typed, Story.BodyLength, out _, severalLines: true) is TextVerdict.Clean or TextVerdict.Empty && RichText.Clean(typed ?? "") is not null;

    /// <summary>A title or lead as it is kept.</summary>
    public static string Line(string? typed, int length)
    {
        _ = CleanText.Read(typed, length, out var clean);
        return clean;
    }

    /// <summary>A body as it is kept, free of HTML.</summary>
    public static string Body(string? typed)
    {
        _ = CleanText.Read(typed, Story.BodyLength, out var clean, severalLines: true);
        return RichText.Clean(clean)!;
    }

    public static LocalizedText Line(LocalizedText typed, int length) => Each(typed, text => Line(text, length));

    public static LocalizedText Body(LocalizedText typed) => Each(typed, Body);

    private static LocalizedText Each(LocalizedText typed, Func<string, string> clean) => new(typed.All.Select(t => KeyValuePair.Create(t.Key, clean(t.Value))));
}
