using System.Globalization;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Tests.Photos;
using NetVips;

namespace CoopMarket.Benchmarks;

/// <summary>
/// Which quality keeps how much of a picture: encodes pictures of the demo in every format, at several widths and qualities, and
/// compares each with the same picture shrunk but not encoded. The mean likeness and the mean bytes are printed, and for each format
/// the lowest quality that keeps what <see cref="PhotoQuality"/> promises; fails where the market's own are not those. AVIF takes most
/// of the time, so formats may be named.
/// </summary>
internal static class Quality
{
    private static readonly int[] Widths = [320, 640, 1280];
    private static readonly Dictionary<PhotoFormat, int[]> Tried = new()
    {
        [PhotoFormat.Avif] = [20, 25, 30, 35, 40, 45, 50, 60],
        [PhotoFormat.WebP] = [10, 15, 20, 30, 40, 50, 60, 70, 80],
        [PhotoFormat.Jpeg] = [15, 20, 25, 30, 40, 45, 50, 55, 60, 65, 70, 78],
    };

    public static async Task<int> RunAsync(string folder, int pictures, IReadOnlyCollection<PhotoFormat> formats)
    {
        using var works = new PhotoWorks();
        // The market reads no AVIF; here what it wrote is looked at.
        Operation.Block("VipsForeignLoadHeif", false);
        var files = Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal).ToList();
        // Spread over the folder, so that cloth, food, people and mountains are among them.
        files = [.. Enumerable.Range(0, Math.Min(pictures, files.Count)).Select(i => files[i * files.Count / Math.Min(pictures, files.Count)])];
        List<byte[]> masters = [];
        foreach (var file in files)
            masters.Add((await works.Intake(file, CancellationToken.None)).Master?.Jpeg ?? throw new InvalidDataException($"{file} is no photo for the market."));
        Console.WriteLine($"{files.Count} pictures: {string.Join(", ", files.Select(Path.GetFileNameWithoutExtension))}\n");
        Console.WriteLine($"| format | quality |{string.Concat(Widths.Select(w => $" SSIM at {w} | KB |"))}\n|---|---|{string.Concat(Widths.Select(_ => "---|---|"))}");
        var missed = 0;
        foreach (var (format, qualities) in Tried.Where(t => formats.Contains(t.Key)))
        {
            Dictionary<int, double[]> likeness = [];
            foreach (var quality in qualities)
            {
                List<string> cells = [];
                likeness[quality] = new double[Widths.Length];
                for (var w = 0; w < Widths.Length; w++)
                {
                    var (like, bytes) = await MeanAsync(works, masters, Widths[w], format, quality);
                    likeness[quality][w] = like;
                    cells.Add(string.Create(CultureInfo.InvariantCulture, $" {like:F4} | {bytes / 1024:F1} |"));
                }

                Console.WriteLine($"| {format} | {quality} |{string.Concat(cells)}");
            }

            missed += Judge(format, "", PhotoQuality.Of(format), PhotoQuality.Likeness, likeness, Widths.IndexOf(640));
            missed += Judge(format, " light", PhotoQuality.LightOf(format), PhotoQuality.LightLikeness, likeness, Widths.IndexOf(320));
        }

        return missed == 0 ? 0 : 1;
    }

    private static int Judge(PhotoFormat format, string grade, int own, double target, Dictionary<int, double[]> likeness, int at)
    {
        var lowest = likeness.Where(l => l.Value[at] >= target).Select(l => l.Key).DefaultIfEmpty(100).Min();
        Console.Error.WriteLine($"{format}{grade}: {lowest} is the lowest that keeps {target.ToString(CultureInfo.InvariantCulture)}; the market takes {own}.");
        return lowest == own ? 0 : 1;
    }

    private static async Task<(double Likeness, double Bytes)> MeanAsync(PhotoWorks works, List<byte[]> masters, int width, PhotoFormat format, int quality)
    {
        double likeness = 0, bytes = 0;
        foreach (var master in masters)
        {
            var made = await works.Make(master, width, format, quality, CancellationToken.None);
            using var plain = Image.ThumbnailBuffer(master, width, height: PhotoWorks.MasterSide, size: Enums.Size.Down);
            using var read = Image.NewFromBuffer(made);
            using var rgb = read.Colourspace(Enums.Interpretation.Srgb);
            likeness += Likeness.Of(Likeness.Brightness(plain.WriteToMemory<byte>()), Likeness.Brightness(rgb.WriteToMemory<byte>()), plain.Width);
            bytes += made.Length;
        }

        return (likeness / masters.Count, bytes / masters.Count);
    }
}
