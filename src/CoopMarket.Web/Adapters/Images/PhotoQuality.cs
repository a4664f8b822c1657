namespace CoopMarket.Web.Adapters.Images;

/// <summary>
/// How well variants are encoded. The figures are none of taste: each is the lowest quality at which the demo's pictures keep a
/// stated likeness to the same picture without loss, as <c>CoopMarket.Benchmarks quality</c> measures it (its README has the table).
/// </summary>
internal static class PhotoQuality
{
    /// <summary>The likeness (SSIM of the brightness, 1 being the same picture) that variants keep at 640 px on the mean.</summary>
    public const double Likeness = 0.98;

    /// <summary>The likeness that the variants for readers who save data keep at 320 px on the mean.</summary>
    public const double LightLikeness = 0.92;

    /// <summary>The quality of a format, from 1 to 100 by its own scale.</summary>
    public static int Of(PhotoFormat format) => format switch
    {
        PhotoFormat.Avif => 45,
        PhotoFormat.WebP => 50,
        _ => 70,
    };

    /// <summary>The same for readers who save data.</summary>
    public static int LightOf(PhotoFormat format) => format switch
    {
        PhotoFormat.Avif => 25,
        PhotoFormat.WebP => 10,
        _ => 25,
    };
}
