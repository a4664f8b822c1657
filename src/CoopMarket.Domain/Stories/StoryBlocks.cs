using System.Text;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>
/// A story's text as blocks, and back. The text is what is kept: light Markdown in which a photo, a voice, a video and a product
/// each are a line like a picture of Markdown whose address is a path of the market (<c>![Caption](/photo/…)</c>), a quotation is a
/// quotation, and between two blocks of text stands a line that Markdown never shows (<c>[//]: # (text)</c>, or the question that is
/// answered). What knows nothing of blocks shows the words of all of it and nothing else.
/// </summary>
public static partial class StoryBlocks
{
    /// <summary>Blocks that the desk lets one story have.</summary>
    public const int Most = 60;

    private const string NoQuestion = "text";

    private static readonly Dictionary<string, VideoSite> Sites = Enum.GetValues<VideoSite>().ToDictionary(s => s.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The blocks of a text, in their order. Any text is one; nothing throws.</summary>
    public static IReadOnlyList<StoryBlock> Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        List<StoryBlock> blocks = [];
        List<string> words = [];
        var isBegun = false;
        string? question = null;
        for (var at = 0; at < lines.Length; at++)
        {
            if (Mark(lines[at]) is { } mark)
            {
                End();
                (isBegun, question) = (true, mark == NoQuestion ? null : mark);
            }
            else if (Thing(lines[at]) is { } thing)
            {
                End();
                blocks.Add(thing);
            }
            else if (QuotedFrom(lines, at) is > 0 and var length)
            {
                End();
                blocks.Add(Quoted(lines.AsSpan(at, length)));
                at += length - 1;
            }
            else
            {
                words.Add(lines[at]);
            }
        }

        End();
        return blocks;

        void End()
        {
            var told = string.Join('\n', words).Trim();
            // What stood behind spaces was no sign of a block, and isn't one without them.
            if (IsSign(told.Split('\n')[0]) && char.IsWhiteSpace(words.First(l => !string.IsNullOrWhiteSpace(l))[0]))
                told = @"\" + told;
            if (told.Length > 0 || isBegun)
                blocks.Add(TextBlock.Read(told, question));
            words.Clear();
            (isBegun, question) = (false, null);
        }
    }

    /// <summary>Blocks as a text, from which <see cref="Parse"/> makes the same blocks.</summary>
    public static string Write(IEnumerable<StoryBlock> blocks)
    {
        var text = new StringBuilder();
        StoryBlock? before = null;
        foreach (var block in blocks)
        {
            if (before is not null)
                text.Append("\n\n");
            text.Append(Source(block, isAfterText: before is TextBlock));
            before = block;
        }

        return text.ToString();
    }

    /// <summary>What can be read of a text, without what only says where things stand.</summary>
    public static string Readable(string text) => string.Join("\n\n", Parse(text).Select(b => b.Readable).Where(r => r.Length > 0));

    /// <summary>A text as those see it who tell it in another language: with the lines that they copy, without what only sets blocks apart.</summary>
    public static string ToTranslate(string text) => string.Join("\n\n", Parse(text).Where(b => !b.IsEmpty).Select(b => b is TextBlock told ? told.Words : Source(b, isAfterText: false)));

    /// <summary>The goods that blocks of a text show.</summary>
    public static IEnumerable<ProductId> ProductsIn(string text) => Parse(text).OfType<ProductBlock>().Select(b => b.Product).OfType<ProductId>().Distinct();

    /// <summary>What tells a text or a block from another, in a few signs.</summary>
    public static string Print(string text) => TextPrint.Of(text);

    /// <summary>The same of a block.</summary>
    public static string Print(StoryBlock block) => Print(Source(block, isAfterText: true));

    /// <summary>Where the block is now that stood somewhere when it was seen; null where it is there no more, or nobody can tell.</summary>
    /// <param name="blocks">As they are now.</param>
    /// <param name="place">From 0; where it stood.</param>
    /// <param name="print">Its <see cref="Print(StoryBlock)"/> as it was.</param>
    public static int? Find(IReadOnlyList<StoryBlock> blocks, int place, string print)
    {
        if (place >= 0 && place < blocks.Count && Print(blocks[place]) == print)
            return place;
        var alike = Enumerable.Range(0, blocks.Count).Where(n => Print(blocks[n]) == print).Take(2).ToList();
        return alike is [var one] ? one : null;
    }

    // Whether a text is one block of text, or none.
    internal static bool IsPlain(string text) => Parse(text) is [] or [TextBlock { Question: null }] && !text.Split('\n').Any(l => Mark(l) is not null);

    private static string Source(StoryBlock block, bool isAfterText) => block switch
    {
        TextBlock text when text.Question is null && text.Words.Length > 0 && !isAfterText => text.Words,
        TextBlock text => $"[//]: # ({text.Question ?? NoQuestion})\n\n{text.Words}".Trim(),
        QuoteBlock quote => string.Join('\n', QuoteLines(quote).Select(l => l.Length == 0 ? ">" : "> " + l)),
        PhotoBlock photo => Line(photo.Caption, "photo", photo.Photo?.ToString()),
        VoiceBlock voice => Line("", "voice", voice.Recording?.ToString()),
        ProductBlock product => Line("", "product", product.Product?.ToString()),
        VideoBlock video => Line(video.Title, "video", $"{video.Video?.Site.ToString().ToLowerInvariant()}/{video.Video?.Key}/{video.Poster}".Trim('/')),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static IEnumerable<string> QuoteLines(QuoteBlock quote) => (quote.Words.Length, quote.Who.Length) switch
    {
        (_, 0) => quote.Words.Split('\n'),
        (0, _) => [QuoteBlock.Dash + quote.Who],
        _ => [.. quote.Words.Split('\n'), "", QuoteBlock.Dash + quote.Who],
    };

    private static string Line(string words, string kind, string? path) => $"![{Special().Replace(words, @"\$0")}](/{kind}/{path})";

    private static string? Mark(string line)
        => Marked().Match(line) is { Success: true } mark && mark.Groups["key"].Value is var key && (key == NoQuestion || StoryPatterns.Questions.Contains(key)) ? key : null;

    private static StoryBlock? Thing(string line)
    {
        if (Placed().Match(line) is not { Success: true } placed)
            return null;
        var (words, path) = (Escaped().Replace(placed.Groups["words"].Value, "${sign}"), placed.Groups["path"].Value);
        return placed.Groups["kind"].Value switch
        {
            "photo" => Id(path, out var id) ? PhotoBlock.Of(id is { } photo ? new PhotoId(photo) : null, words) : null,
            "voice" => Id(path, out var id) ? new VoiceBlock(id is { } voice ? new RecordingId(voice) : null) : null,
            "product" => Id(path, out var id) ? new ProductBlock(id is { } product ? new ProductId(product) : null) : null,
            _ => Film(path, words),
        };
    }

    private static VideoBlock? Film(string path, string title)
    {
        // The last part is the poster where it is an id; so are the key's parts never.
        var slash = path.LastIndexOf('/');
        PhotoId? poster = Guid.TryParseExact(path[(slash + 1)..], "D", out var id) ? new PhotoId(id) : null;
        var film = poster is null ? path : path[..Math.Max(slash, 0)];
        if (film.Length == 0)
            return VideoBlock.Of(null, poster, title);
        var begin = film.IndexOf('/', StringComparison.Ordinal);
        return begin > 0 && Sites.TryGetValue(film[..begin], out var site) && Video.Of(site, film[(begin + 1)..]) is { } video ? VideoBlock.Of(video, poster, title) : null;
    }

    private static bool Id(string path, out Guid? id)
    {
        id = Guid.TryParseExact(path, "D", out var known) ? known : null;
        return id is not null || path.Length == 0;
    }

    // How many lines from here are a quotation that stands for itself; 0: none.
    private static int QuotedFrom(string[] lines, int at)
    {
        if (!lines[at].StartsWith('>') || (at > 0 && !IsEdge(lines[at - 1])))
            return 0;
        var end = at;
        while (end < lines.Length && lines[end].StartsWith('>'))
            end++;
        return end == lines.Length || IsEdge(lines[end]) ? end - at : 0;
    }

    private static bool IsEdge(string line) => string.IsNullOrWhiteSpace(line) || Mark(line) is not null || Thing(line) is not null;

    private static bool IsSign(string line) => line.StartsWith('>') || Mark(line) is not null || Thing(line) is not null;

    private static QuoteBlock Quoted(ReadOnlySpan<string> lines)
    {
        var words = new StringBuilder();
        foreach (var line in lines)
            words.Append(line.AsSpan(line.StartsWith("> ", StringComparison.Ordinal) ? 2 : 1)).Append('\n');
        return QuoteBlock.Of(words.ToString(), "");
    }

    [GeneratedRegex(@"\A\[//\]: # \((?<key>[a-z-]{1,20})\)\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\A!\[(?<words>([^\\\[\]]|\\.)*)\]\(/(?<kind>photo|voice|video|product)/(?<path>[A-Za-z0-9@._/-]*)\)\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placed();

    [GeneratedRegex(@"[\\\[\]]", RegexOptions.None, 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"\\(?<sign>[\\\[\]])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();
}
