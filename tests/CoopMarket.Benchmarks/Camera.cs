using NetVips;

namespace CoopMarket.Benchmarks;

/// <summary>Photos as a phone takes them: the demo's pictures are drawn, and far lighter to read than what sellers send.</summary>
internal static class Camera
{
    // About 4 MB of 12 megapixels.
    private const double Grain = 5;
    private const int Quality = 90;

    /// <summary>A JPEG of a picture with a camera's grain: another file for each seed, and the same for the same.</summary>
    public static byte[] Photo(string file, int seed)
    {
        using var picture = Image.NewFromFile(file);
        using var grain = Image.Gaussnoise(picture.Width, picture.Height, sigma: Grain, mean: 0, seed: seed);
        using var taken = picture + grain;
        using var bytes = taken.Cast(Enums.BandFormat.Uchar);
        using var srgb = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
        return srgb.JpegsaveBuffer(q: Quality);
    }
}
