using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.RichText;
using CoopMarket.Web.Features.Photos.Contract;

namespace CoopMarket.Web.Features.Stories;

/// <summary>A voice that a block may hold.</summary>
/// <param name="Who">Empty until somebody says whose voice it is.</param>
internal sealed record BlockVoice(RecordingId Id, string Who, int Milliseconds);

/// <summary>The blocks of a story in a list, and what they hold.</summary>
/// <param name="Taken">What was just taken away, as text; null where nothing was.</param>
/// <param name="TakenFrom">Where it stood, from 0.</param>
internal sealed record BlockList(
    StoryId Story, IReadOnlyList<StoryBlock> Blocks, IReadOnlyList<PhotoView> Photos, IReadOnlyList<BlockVoice> Voices, IReadOnlyDictionary<ProductId, LocalizedText> Products,
    string? Taken, int TakenFrom)
{
    // As many letters as fit three lines of a phone.
    private const int Glimpse = 90;

    /// <summary>Where a block is changed.</summary>
    public static string Address(StoryId story, BlockKind kind, int place) => $"/sell/stories/{story}/{(kind is BlockKind.Photo or BlockKind.Video ? "pictures" : "blocks")}/{place}";

    /// <summary>The photo that a block shows; null where it shows none, or one that is there no more.</summary>
    public PhotoView? Picture(StoryBlock block)
        => ((block as PhotoBlock)?.Photo ?? (block as VideoBlock)?.Poster) is { } id ? Photos.FirstOrDefault(p => p.Id == id) : null;

    /// <summary>The beginning of what people wrote or chose in a block; empty where nothing is.</summary>
    public string Begin(StoryBlock block, string language)
    {
        var words = block switch
        {
            VoiceBlock voice => Voices.FirstOrDefault(v => v.Id == voice.Recording)?.Who ?? "",
            ProductBlock { Product: { } product } => Products.GetValueOrDefault(product)?.In(language) ?? "",
            VideoBlock { Video: { } video, Title.Length: 0 } => video.Address,
            _ => RichText.Words(block.Readable),
        };
        var line = CleanText.OneLine(words);
        return line.Length <= Glimpse ? line : CleanText.Cut(line, Glimpse).TrimEnd() + "…";
    }

    /// <summary>Whether it holds something that is there no more, so that readers see nothing of it.</summary>
    public bool IsGone(StoryBlock block) => block switch
    {
        PhotoBlock { Photo: not null } => Picture(block) is null,
        VoiceBlock { Recording: { } recording } => Voices.All(v => v.Id != recording),
        ProductBlock { Product: { } product } => !Products.ContainsKey(product),
        _ => false,
    };
}
