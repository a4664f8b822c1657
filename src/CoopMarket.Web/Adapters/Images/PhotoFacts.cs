namespace CoopMarket.Web.Adapters.Images;

/// <summary>The three kinds of file a photo may come as, told by content and never by name or declared type.</summary>
internal enum PhotoKind
{
    /// <summary>ITU-T T.81, 8 bits, sequential or progressive.</summary>
    Jpeg,

    /// <summary>W3C PNG; of an animated one only the default picture is used.</summary>
    Png,

    /// <summary>RFC 9649; of an animated one only the first frame is used.</summary>
    WebP,
}

/// <summary>Why a file isn't taken as a photo. Each has a sentence of its own that says what to do.</summary>
internal enum PhotoRefusal
{
    /// <summary>No bytes at all: the field was left empty or the upload broke at once.</summary>
    Empty,

    /// <summary>More than <see cref="PhotoLimits.Bytes"/>.</summary>
    TooManyBytes,

    /// <summary>More than <see cref="PhotoLimits.Pixels"/>, or a side longer than <see cref="PhotoLimits.Side"/>.</summary>
    TooManyPixels,

    /// <summary>More than <see cref="PhotoLimits.PixelsAtOnce"/> in a layout that no decoder reads row by row.</summary>
    TooManyPixelsForKind,

    /// <summary>HEIC or HEIF, as iPhones make it: the phone can send JPEG instead.</summary>
    Heic,

    /// <summary>AVIF: save as JPEG.</summary>
    Avif,

    /// <summary>A drawing that can carry scripts.</summary>
    Svg,

    /// <summary>GIF, moving or not.</summary>
    Gif,

    /// <summary>A document.</summary>
    Pdf,

    /// <summary>MP4, QuickTime, 3GP, WebM, AVI.</summary>
    Video,

    /// <summary>Anything else.</summary>
    NotAPhoto,

    /// <summary>It begins as a photo, but its header or its picture is cut off or broken.</summary>
    Damaged,
}

/// <summary>What a photo's header says of it, read before any decoder sees the file.</summary>
/// <param name="Kind">The kind told by content.</param>
/// <param name="Width">Pixels as stored, at least 1; a camera held upright may swap it with the height.</param>
/// <param name="Height">Pixels as stored, at least 1.</param>
/// <param name="AtOnce">True where a decoder must hold the whole picture in memory: a JPEG of several scans,
/// an interlaced PNG, a lossless or animated WebP.</param>
internal sealed record PhotoFacts(PhotoKind Kind, int Width, int Height, bool AtOnce);

/// <summary>The largest photo that is taken.</summary>
internal static class PhotoLimits
{
    /// <summary>25 MB, a megabyte being 1,024 × 1,024 bytes.</summary>
    public const long Bytes = 25 * 1024 * 1024;

    /// <summary>60 megapixels.</summary>
    public const long Pixels = 60_000_000;

    /// <summary>12 megapixels, where the decoder holds the whole picture (<see cref="PhotoFacts.AtOnce"/>).</summary>
    public const long PixelsAtOnce = 12_000_000;

    /// <summary>Pixels of width and of height.</summary>
    public const int Side = 20_000;
}
