namespace CoopMarket.Web.Adapters.Images;

/// <summary>A format that variants are served in, best first: a browser takes the first it knows.</summary>
internal enum PhotoFormat
{
    /// <summary>AV1 in HEIF, <c>image/avif</c>, <c>.avif</c>.</summary>
    Avif,

    /// <summary>Lossy WebP, <c>image/webp</c>, <c>.webp</c>.</summary>
    WebP,

    /// <summary>Progressive JPEG, <c>image/jpeg</c>, <c>.jpg</c>.</summary>
    Jpeg,
}

/// <summary>
/// The widths that variants are made at, in pixels, and which of them a photo has: every one below its own width, and the first
/// at or above it, which holds the picture at its own width. So nothing is enlarged and nothing of a small photo is lost: one of
/// 500 px has 160, 320, 480 and 640, the last being 500 px wide; one of 100 px has 160 only, being 100 px wide.
/// </summary>
internal static class PhotoWidths
{
    /// <summary>All widths, narrowest first.</summary>
    public static IReadOnlyList<int> All { get; } = [160, 320, 480, 640, 960, 1280];

    /// <summary>The widest that readers who save data are sent, in pixels; up to it, each width is also made lighter.</summary>
    public const int Light = 320;

    /// <summary>The widths that exist for a photo of <paramref name="masterWidth"/> pixels, narrowest first; never empty.</summary>
    public static IEnumerable<int> Of(int masterWidth) =>
        All.Where((width, index) => index == 0 || All[index - 1] < masterWidth);

    /// <summary>The pixels that the variant <paramref name="width"/> really has: what <c>srcset</c> must say.</summary>
    public static int Shown(int width, int masterWidth) => Math.Min(width, masterWidth);
}
