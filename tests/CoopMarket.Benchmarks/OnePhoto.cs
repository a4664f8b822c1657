using System.Diagnostics;
using CoopMarket.Web.Adapters.Images;

namespace CoopMarket.Benchmarks;

/// <summary>One photo from upload to all widths and formats, several times; prints the median and the peak of memory.</summary>
internal static class OnePhoto
{
    public static async Task<int> RunAsync(string file, int times)
    {
        using var works = new PhotoWorks();
        var idle = InMemoryNow.Kilobytes() / 1024;
        List<double> seconds = [];
        long bytes = 0;
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var master = (await works.Intake(file, CancellationToken.None)).Master ?? throw new InvalidDataException("This is no photo for the market.");
            bytes = 0;
            foreach (var width in PhotoWidths.Of(master.Width))
                foreach (var format in Enum.GetValues<PhotoFormat>())
                    bytes += (await works.Make(master.Jpeg, width, format, CancellationToken.None)).Length;
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        seconds.Sort();
        Console.WriteLine($"| {Path.GetFileName(file)} | median {seconds[times / 2]:F0} ms of {times} | min {seconds[0]:F0} | max {seconds[^1]:F0} | {bytes / 1024} KB in all variants | peak {(InMemoryNow.PeakKilobytes() / 1024) - idle} MB over idle {idle} MB |");
        return 0;
    }
}
