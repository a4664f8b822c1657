namespace CoopMarket.Domain.Sellers;

/// <summary>One repeat of a band, thread by thread, for pictures that are made of pixels.</summary>
/// <param name="Width">Threads from the seam between two figures to the next one.</param>
/// <param name="Rgb">Three bytes a thread (red, green, blue in sRGB), row by row from the upper left.</param>
public sealed record BandThreads(int Width, byte[] Rgb)
{
    /// <summary>Threads from edge to edge of every band.</summary>
    public const int Height = 15;
}
