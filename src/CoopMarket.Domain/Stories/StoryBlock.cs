using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>What a block of a story is.</summary>
public enum BlockKind
{
    Text,
    Photo,
    Voice,
    Video,
    Quote,
    Product,
}

/// <summary>A block of a story: a thing that its writer sees, changes and moves as one. It may still be empty.</summary>
public abstract record StoryBlock(BlockKind Kind)
{
    /// <summary>Characters of who is quoted, in one line.</summary>
    public const int WhoLength = 80;

    /// <summary>Characters of a photo's caption, in one line.</summary>
    public const int CaptionLength = 200;

    /// <summary>Characters of a video's title, in one line.</summary>
    public const int TitleLength = 120;

    /// <summary>Whether readers see nothing of it.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>What can be read of it, in light Markdown; empty where there is nothing.</summary>
    public abstract string Readable { get; }

    /// <summary>An empty block.</summary>
    public static StoryBlock Empty(BlockKind kind) => kind switch
    {
        BlockKind.Text => TextBlock.Of(""),
        BlockKind.Photo => PhotoBlock.Of(null, ""),
        BlockKind.Voice => new VoiceBlock(null),
        BlockKind.Video => VideoBlock.Of(null, null, ""),
        BlockKind.Quote => QuoteBlock.Of("", ""),
        BlockKind.Product => new ProductBlock(null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // Whatever breaks a line is one space: these stand on one line of the text.
    private protected static string OneLine(string words) => CleanText.OneLine(words).Trim();
}

/// <summary>Words of the teller, some paragraphs of light Markdown.</summary>
public sealed record TextBlock : StoryBlock
{
    private TextBlock(string words, string? question)
        : base(BlockKind.Text) => (Words, Question) = (words, question);

    /// <summary>No line of it reads as another kind of block.</summary>
    public string Words { get; }

    /// <summary>The key of the question that it answers, one of <see cref="StoryPatterns.Questions"/>; null where none was asked. Readers never see it.</summary>
    public string? Question { get; }

    public override bool IsEmpty => Words.Length == 0;

    public override string Readable => Words;

    /// <summary>A block of these words. A line that would read as another kind of block is kept as it was typed, behind a backslash.</summary>
    /// <param name="question">Null, or one of <see cref="StoryPatterns.Questions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nobody asks that question.</exception>
    public static TextBlock Of(string words, string? question = null)
    {
        if (question is not null && !StoryPatterns.Questions.Contains(question))
            throw new ArgumentOutOfRangeException(nameof(question));
        var text = words.ReplaceLineEndings("\n").Trim();
        return new(StoryBlocks.IsPlain(text) ? text : string.Join('\n', text.Split('\n').Select(Escaped)), question);
    }

    /// <summary>Each of its paragraphs as a block of its own; the first answers the question.</summary>
    public IReadOnlyList<TextBlock> Paragraphs()
    {
        List<string> paragraphs = [""];
        foreach (var line in Words.Split('\n'))
            if (!string.IsNullOrWhiteSpace(line))
                paragraphs[^1] = paragraphs[^1].Length == 0 ? line : paragraphs[^1] + "\n" + line;
            else if (paragraphs[^1].Length > 0)
                paragraphs.Add("");
        return [.. paragraphs.Select((words, nth) => Of(words, nth == 0 ? Question : null))];
    }

    // Once as it is read: a break in front may be all that keeps a line from being a block.
    internal static TextBlock Read(string words, string? question) => new(words, question);

    private static string Escaped(string line) => line.StartsWith('>') || line.StartsWith('!') || line.StartsWith('[') ? @"\" + line : line;
}

/// <summary>What somebody said, and who.</summary>
public sealed record QuoteBlock : StoryBlock
{
    /// <summary>What stands before who said it.</summary>
    internal const string Dash = "— ";

    private QuoteBlock(string words, string who)
        : base(BlockKind.Quote) => (Words, Who) = (words, who);

    /// <summary>In light Markdown.</summary>
    public string Words { get; }

    /// <summary>Empty where nobody says it.</summary>
    public string Who { get; }

    public override bool IsEmpty => Words.Length == 0;

    public override string Readable => Who.Length == 0 ? Words : $"{Words}\n\n{Dash}{Who}".Trim();

    /// <summary>A quotation. Where nobody is named and its last line begins with a dash, that line is who.</summary>
    public static QuoteBlock Of(string words, string who)
    {
        var lines = words.ReplaceLineEndings("\n").Trim().Split('\n').Select(l => string.IsNullOrWhiteSpace(l) ? "" : l).ToList();
        var named = OneLine(who);
        while (named.Length == 0 && lines.Count > 0 && (lines[^1].Length == 0 || lines[^1].StartsWith(Dash, StringComparison.Ordinal)))
        {
            named = OneLine(lines[^1].Length == 0 ? "" : lines[^1][Dash.Length..]);
            lines.RemoveAt(lines.Count - 1);
        }

        return new(string.Join('\n', lines).Trim(), named);
    }
}

/// <summary>A photo of the story in its place.</summary>
public sealed record PhotoBlock : StoryBlock
{
    private PhotoBlock(PhotoId? photo, string caption)
        : base(BlockKind.Photo) => (Photo, Caption) = (photo, caption);

    /// <summary>One of the story's photos; null until one is chosen.</summary>
    public PhotoId? Photo { get; }

    /// <summary>One line below it; may be empty.</summary>
    public string Caption { get; }

    public override bool IsEmpty => Photo is null;

    public override string Readable => Caption;

    /// <summary>A photo, or the place for one.</summary>
    public static PhotoBlock Of(PhotoId? photo, string caption) => new(photo, OneLine(caption));
}

/// <summary>A voice of the story in its place.</summary>
/// <param name="Recording">One of the story's recordings; null until one is chosen.</param>
public sealed record VoiceBlock(RecordingId? Recording) : StoryBlock(BlockKind.Voice)
{
    public override bool IsEmpty => Recording is null;

    public override string Readable => "";
}

/// <summary>A film on another site, which is only led to.</summary>
public sealed record VideoBlock : StoryBlock
{
    private VideoBlock(Video? video, PhotoId? poster, string title)
        : base(BlockKind.Video) => (Video, Poster, Title) = (video, poster, title);

    /// <summary>Where it lies; null until its address is known.</summary>
    public Video? Video { get; }

    /// <summary>One of the story's photos, which stands for it; null: the cooperative's cloth does.</summary>
    public PhotoId? Poster { get; }

    /// <summary>What is to be seen, in one line; may be empty.</summary>
    public string Title { get; }

    public override bool IsEmpty => Video is null;

    public override string Readable => Title;

    /// <summary>A film, or the place for one.</summary>
    public static VideoBlock Of(Video? video, PhotoId? poster, string title) => new(video, poster, OneLine(title));
}

/// <summary>One of the goods that the story belongs to, in its place.</summary>
/// <param name="Product">Null until one is chosen.</param>
public sealed record ProductBlock(ProductId? Product) : StoryBlock(BlockKind.Product)
{
    public override bool IsEmpty => Product is null;

    public override string Readable => "";
}
