using CoopMarket.Web.Adapters.Images;
using NetVips;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>Pictures to send, and where to put them: a folder that goes away with the test.</summary>
internal sealed class Pictures : IDisposable
{
    private int files;

    public string Folder { get; } = Directory.CreateTempSubdirectory("photos-").FullName;

    /// <summary>Three colors that all spaces here can tell: the upper half, the lower left and the lower right.</summary>
    public static Image Flag(int width, int height)
    {
        var upper = Plain(width, height / 2, 200, 60, 40);
        var left = Plain(width / 2, height - height / 2, 60, 120, 70);
        var right = Plain(width - width / 2, height - height / 2, 70, 90, 160);
        return upper.Join(left.Join(right, Enums.Direction.Horizontal), Enums.Direction.Vertical);
    }

    /// <summary>A picture that doesn't compress away, so that its files have a middle to be cut at.</summary>
    public static Image Noise(int width, int height)
    {
        Image Band(int seed) => Image.Gaussnoise(width, height, sigma: 40, mean: 128, seed: seed);
        return Band(1).Bandjoin(Band(2), Band(3)).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public string File(byte[] content)
    {
        var path = Path.Combine(Folder, $"upload-{files++}");
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The sizes that a served file tells, by our own reading; for AVIF from its <c>ispe</c> box (ISO/IEC 23008-12).</summary>
    public static (int Width, int Height) SizeOf(byte[] file, PhotoFormat format)
    {
        if (format == PhotoFormat.Avif)
        {
            var box = file.AsSpan(file.AsSpan().IndexOf("ispe"u8));
            return (box[10] << 8 | box[11], box[14] << 8 | box[15]);
        }
        PhotoHeader.TryRead(new MemoryStream(file), out var facts, out _).ShouldBeTrue();
        facts!.Kind.ShouldBe(format == PhotoFormat.Jpeg ? PhotoKind.Jpeg : PhotoKind.WebP);
        return (facts.Width, facts.Height);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Image Plain(int width, int height, params double[] color) =>
        (Image.Black(width, height, bands: 3) + color).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
}
