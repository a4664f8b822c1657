using System.Diagnostics;
using System.Globalization;
using CoopMarket.Web.Adapters.Images;
using SkiaSharp;

namespace CoopMarket.Benchmarks;

/// <summary>
/// The same photo to all widths, by the market and by SkiaSharp, in the two formats that both write and at the same qualities, in
/// turn, so that a busy machine is as busy for each. SkiaSharp works twice: as the market does, which keeps a master and reads it
/// for each file anew, and as quickly as it can, keeping the photo in memory.
/// </summary>
internal static class Beside
{
    private static readonly PhotoFormat[] Both = [PhotoFormat.WebP, PhotoFormat.Jpeg];

    // Each pixel of a small picture is the mean of those below it, as libvips makes it.
    private static readonly SKSamplingOptions Shrinking = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>Prints the median in milliseconds, the kilobytes made, and the most memory over what the process had before, in megabytes.</summary>
    public static async Task<int> RunAsync(string file, int times)
    {
        using var works = new PhotoWorks();
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Camera.Photo(file, 1));
            Console.WriteLine($"{Path.GetFileName(file)} with a camera's grain, {new FileInfo(path).Length / 1024} KB, {times} times\n");
            List<Way> ways =
            [
                new("market, WebP and JPEG", () => MarketAsync(works, path, Both)),
                new("SkiaSharp, by a master", () => Task.Run(() => ByMaster(path))),
                new("SkiaSharp, kept in memory", () => Task.Run(() => InMemory(path))),
                new("market, with AVIF", () => MarketAsync(works, path, Enum.GetValues<PhotoFormat>())),
            ];
            // A program that has just started compiles while it works.
            foreach (var way in ways)
                way.Bytes = await way.Work();
            for (var i = 0; i < times; i++)
                foreach (var way in ways)
                    await way.OnceAsync();
            Console.WriteLine("| way | median ms | min ms | max ms | KB made | peak MB over idle |\n|---|---|---|---|---|---|");
            foreach (var way in ways)
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {way.Name} | {way.Took.Order().ElementAt(times / 2):F0} | {way.Took.Min():F0} | {way.Took.Max():F0} | {way.Bytes / 1024} | {way.Peak / 1024} |"));
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<long> MarketAsync(PhotoWorks works, string path, IReadOnlyList<PhotoFormat> formats)
    {
        var master = (await works.Intake(path, CancellationToken.None)).Master ?? throw new InvalidDataException("This is no photo for the market.");
        long bytes = 0;
        foreach (var width in PhotoWidths.Of(master.Width))
            foreach (var format in formats)
                bytes += (await works.Make(master.Jpeg, width, format, CancellationToken.None)).Length;
        return bytes;
    }

    private static long ByMaster(string path)
    {
        byte[] master;
        using (var photo = SKBitmap.Decode(path))
        {
            using var shrunk = Shrunk(photo, PhotoWorks.MasterSide);
            using var jpeg = shrunk.Encode(SKEncodedImageFormat.Jpeg, 90);
            master = jpeg.ToArray();
        }

        long bytes = 0;
        foreach (var width in PhotoWidths.Of(PhotoWorks.MasterSide))
            foreach (var format in Both)
            {
                using var data = SKData.CreateCopy(master);
                using var codec = SKCodec.Create(data);
                // JPEG is read at an eighth to eight eighths of its size.
                var size = codec.GetScaledDimensions((float)width / codec.Info.Width);
                using var read = SKBitmap.Decode(codec, codec.Info.WithSize(size.Width, size.Height));
                bytes += Written(read, width, format);
            }

        return bytes;
    }

    private static long InMemory(string path)
    {
        using var photo = SKBitmap.Decode(path);
        long bytes = 0;
        foreach (var width in PhotoWidths.Of(photo.Width))
            foreach (var format in Both)
                bytes += Written(photo, width, format);
        return bytes;
    }

    private static long Written(SKBitmap picture, int width, PhotoFormat format)
    {
        using var shrunk = Shrunk(picture, width);
        using var file = shrunk.Encode(format == PhotoFormat.WebP ? SKEncodedImageFormat.Webp : SKEncodedImageFormat.Jpeg, PhotoQuality.Of(format));
        return file.Size;
    }

    private static SKBitmap Shrunk(SKBitmap picture, int width)
        => picture.Resize(new SKSizeI(width, (int)Math.Round((double)picture.Height * width / picture.Width)), Shrinking);

    /// <summary>One of the ways, and what was measured of it.</summary>
    private sealed class Way(string name, Func<Task<long>> work)
    {
        public string Name => name;

        public Func<Task<long>> Work => work;

        public List<double> Took { get; } = [];

        public long Bytes { get; set; }

        // Kilobytes.
        public long Peak { get; private set; }

        public async Task OnceAsync()
        {
            GC.Collect();
            FreedMemory.GiveBack();
            InMemoryNow.Forget();
            var idle = InMemoryNow.Kilobytes();
            var started = Stopwatch.GetTimestamp();
            await work();
            Took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Peak = Math.Max(Peak, InMemoryNow.PeakKilobytes() - idle);
        }
    }
}
