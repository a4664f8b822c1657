namespace CoopMarket.Web.Tests.Photos;

/// <summary>
/// SSIM, the structural similarity of two pictures (Wang, Bovik, Sheikh and Simoncelli, IEEE Transactions on Image Processing 13(4),
/// 2004): the brightness of both is compared in a Gaussian window of 11 by 11 pixels around every pixel whose window lies inside.
/// 1 for the same picture, about 0 for two that have nothing in common, below that for a picture and its negative.
/// </summary>
internal static class Likeness
{
    private const int Radius = 5;
    private const double Sigma = 1.5;
    private const double C1 = 0.01 * 255 * 0.01 * 255;
    private const double C2 = 0.03 * 255 * 0.03 * 255;

    private static readonly double[] Window = Gaussian();

    /// <summary>The mean over the whole picture.</summary>
    /// <param name="one">The brightness of each pixel from 0 to 255, row by row.</param>
    /// <param name="other">The same of the other picture.</param>
    /// <param name="width">Pixels, at least 11.</param>
    /// <exception cref="ArgumentException">The pictures differ in size, or are smaller than the window.</exception>
    public static double Of(double[] one, double[] other, int width)
    {
        var height = one.Length / width;
        if (one.Length != other.Length || height * width != one.Length || width <= 2 * Radius || height <= 2 * Radius)
            throw new ArgumentException("The pictures can't be compared.", nameof(other));
        var (a, b) = (Blurred(one, width), Blurred(other, width));
        var (aa, bb, ab) = (Blurred(Product(one, one), width), Blurred(Product(other, other), width), Blurred(Product(one, other), width));
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var (varianceA, varianceB, both) = (aa[i] - a[i] * a[i], bb[i] - b[i] * b[i], ab[i] - a[i] * b[i]);
            sum += (2 * a[i] * b[i] + C1) * (2 * both + C2) / ((a[i] * a[i] + b[i] * b[i] + C1) * (varianceA + varianceB + C2));
        }

        return sum / a.Length;
    }

    /// <summary>The brightness of colors (ITU-R BT.601), as JPEG reckons it.</summary>
    /// <param name="rgb">Three bytes a pixel.</param>
    public static double[] Brightness(ReadOnlySpan<byte> rgb)
    {
        var brightness = new double[rgb.Length / 3];
        for (var i = 0; i < brightness.Length; i++)
            brightness[i] = 0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
        return brightness;
    }

    private static double[] Product(double[] one, double[] other)
    {
        var product = new double[one.Length];
        for (var i = 0; i < product.Length; i++)
            product[i] = one[i] * other[i];
        return product;
    }

    // Rows, then columns; what the window would look at beyond the edge is left out.
    private static double[] Blurred(double[] picture, int width)
    {
        var (height, inner) = (picture.Length / width, width - 2 * Radius);
        var rows = new double[inner * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < inner; x++)
                for (var k = 0; k < Window.Length; k++)
                    rows[y * inner + x] += Window[k] * picture[y * width + x + k];
        var whole = new double[inner * (height - 2 * Radius)];
        for (var y = 0; y < height - 2 * Radius; y++)
            for (var k = 0; k < Window.Length; k++)
                for (var x = 0; x < inner; x++)
                    whole[y * inner + x] += Window[k] * rows[(y + k) * inner + x];
        return whole;
    }

    private static double[] Gaussian()
    {
        var weights = Enumerable.Range(-Radius, 2 * Radius + 1).Select(d => Math.Exp(-d * d / (2 * Sigma * Sigma))).ToList();
        return [.. weights.Select(w => w / weights.Sum())];
    }
}
