using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Features.Stories;

/// <summary>What is typed and chosen of one block; what its kind has not is left alone.</summary>
internal sealed class BlockForm
{
    /// <summary>Its print as it was when it was opened (<see cref="StoryBlocks.Print(StoryBlock)"/>); null: it becomes a new block behind the others.</summary>
    public string? Seen { get; set; }

    public BlockKind Kind { get; set; }

    /// <summary>Of a text or a quotation.</summary>
    public string? Words { get; set; }

    /// <summary>Who is quoted.</summary>
    public string? Who { get; set; }

    /// <summary>A photo's caption, or a video's title.</summary>
    public string? Caption { get; set; }

    /// <summary>A photo, or a video's poster.</summary>
    public PhotoId? Photo { get; set; }

    public RecordingId? Recording { get; set; }

    public ProductId? Product { get; set; }

    /// <summary>Where a video lies, as it was copied.</summary>
    public string? Link { get; set; }

    public static BlockForm Of(StoryBlock block)
    {
        var form = new BlockForm { Seen = StoryBlocks.Print(block), Kind = block.Kind };
        switch (block)
        {
            case TextBlock text:
                form.Words = text.Words;
                break;
            case QuoteBlock quote:
                (form.Words, form.Who) = (quote.Words, quote.Who);
                break;
            case PhotoBlock photo:
                (form.Photo, form.Caption) = (photo.Photo, photo.Caption);
                break;
            case VoiceBlock voice:
                form.Recording = voice.Recording;
                break;
            case ProductBlock product:
                form.Product = product.Product;
                break;
            case VideoBlock video:
                (form.Link, form.Photo, form.Caption) = (video.Video?.Address, video.Poster, video.Title);
                break;
        }

        return form;
    }

    /// <summary>The block that it says; its link, words and lines can be kept.</summary>
    /// <param name="question">What a text answers; null where nothing was asked.</param>
    public StoryBlock Block(string? question) => Kind switch
    {
        BlockKind.Text => TextBlock.Of(StoryText.Body(Words), question),
        BlockKind.Quote => QuoteBlock.Of(StoryText.Body(Words), StoryText.Line(Who, StoryBlock.WhoLength)),
        BlockKind.Photo => PhotoBlock.Of(Photo, StoryText.Line(Caption, StoryBlock.CaptionLength)),
        BlockKind.Video => VideoBlock.Of(Video.Read(Link ?? "").Video, Photo, StoryText.Line(Caption, StoryBlock.TitleLength)),
        BlockKind.Voice => new VoiceBlock(Recording),
        _ => new ProductBlock(Product),
    };
}
