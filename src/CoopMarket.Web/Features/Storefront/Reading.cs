using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One block of a story as readers see it.</summary>
internal abstract record Passage;

/// <param name="Words">In light Markdown.</param>
internal sealed record WordsPassage(string Words) : Passage;

/// <param name="Words">In light Markdown.</param>
/// <param name="Who">Empty where nobody says it.</param>
internal sealed record QuotePassage(string Words, string Who) : Passage;

/// <param name="Caption">May be empty.</param>
internal sealed record PhotoPassage(PhotoView Photo, string Caption) : Passage;

/// <param name="Nth">Among the story's voices, from 1.</param>
internal sealed record VoicePassage(Voice Voice, int Nth) : Passage;

/// <param name="Poster">The cooperative's own picture of it; null: its cloth stands there.</param>
/// <param name="Title">May be empty.</param>
internal sealed record FilmPassage(Video Video, PhotoView? Poster, string Title) : Passage;

internal sealed record GoodPassage(Thing Thing) : Passage;

/// <summary>
/// A story in one language, block by block, and after it what stands in no block. What readers may not see or hear, or is no longer
/// there, is simply not in it: a photo whose face somebody took back, a voice nobody agrees to, goods that are not on sale.
/// </summary>
/// <param name="Cover">Above the title; null where all photos stand in the text.</param>
internal sealed record Reading(
    PhotoView? Cover, IReadOnlyList<Passage> Passages, IReadOnlyList<PhotoView> Photos, IReadOnlyList<VoicePassage> Voices, IReadOnlyList<Thing> Things)
{
    // So that no text makes a page of films.
    private const int MostFilms = 6;

    /// <summary>The origin that plays films within the page; null where none does.</summary>
    public string? PlayerOrigin => Passages.OfType<FilmPassage>().Any(f => f.Video.Player is not null) ? Video.PlayerOrigin : null;

    /// <param name="body">The story's text in one language.</param>
    /// <param name="photos">All of the story's, the cover first.</param>
    /// <param name="voices">Those that readers may hear.</param>
    /// <param name="things">The goods of the story that are on sale.</param>
    public static Reading Of(string body, IReadOnlyList<PhotoView> photos, IReadOnlyList<Voice> voices, IReadOnlyList<Thing> things)
    {
        List<Passage> passages = [];
        List<VoicePassage> heard = [.. voices.Select((v, n) => new VoicePassage(v, n + 1))];
        var films = 0;
        foreach (var block in StoryBlocks.Parse(body).Where(b => !b.IsEmpty))
        {
            Passage? passage = block switch
            {
                TextBlock text => new WordsPassage(text.Words),
                QuoteBlock quote => new QuotePassage(quote.Words, quote.Who),
                PhotoBlock photo when photos.FirstOrDefault(p => p.Id == photo.Photo) is { } shown => new PhotoPassage(shown, photo.Caption),
                VoiceBlock voice => heard.Find(v => v.Voice.Recording.Id == voice.Recording),
                ProductBlock product when things.FirstOrDefault(t => t.Id == product.Product) is { } thing => new GoodPassage(thing),
                VideoBlock video when films++ < MostFilms => new FilmPassage(video.Video!, photos.FirstOrDefault(p => p.Id == video.Poster), video.Title),
                _ => null,
            };
            // Each thing stands in one place, the first.
            if (passage is not null && !passages.Exists(p => IsSame(p, passage)))
                passages.Add(passage);
        }

        var placed = passages.OfType<PhotoPassage>().Select(p => p.Photo.Id).Concat(passages.OfType<FilmPassage>().Select(f => f.Poster?.Id ?? default)).ToHashSet();
        var rest = photos.Where(p => !placed.Contains(p.Id)).ToList();
        var goods = passages.OfType<GoodPassage>().Select(g => g.Thing.Id).ToHashSet();
        return new(rest.FirstOrDefault(), passages, [.. rest.Skip(1)], [.. heard.Except(passages.OfType<VoicePassage>())], [.. things.Where(t => !goods.Contains(t.Id))]);
    }

    private static bool IsSame(Passage one, Passage other) => (one, other) switch
    {
        (PhotoPassage a, PhotoPassage b) => a.Photo.Id == b.Photo.Id,
        (VoicePassage a, VoicePassage b) => a.Nth == b.Nth,
        (GoodPassage a, GoodPassage b) => a.Thing.Id == b.Thing.Id,
        _ => false,
    };
}
