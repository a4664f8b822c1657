using System.Diagnostics;
using System.Globalization;
using CoopMarket.Web.Adapters.Images;
using NetVips;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>Each photo is worked on in a process of its own: this one again, told by a variable to do only that.</summary>
public sealed class PhotoMemoryTests : IDisposable
{
    private const string Told = "COOPMARKET_TESTS_PHOTO";
    private const long Megabyte = 1024 * 1024;

    private readonly Pictures pictures = new();

    [Theory]
    [InlineData("60 MP JPEG, turned")]
    [InlineData("60 MP PNG of 16 bits and a wide color space")]
    [InlineData("60 MP WebP")]
    [InlineData("12 MP progressive CMYK JPEG")]
    [InlineData("12 MP interlaced PNG of 16 bits with alpha")]
    [InlineData("12 MP lossless WebP with alpha")]
    public async Task The_largest_photos_take_less_than_250_MB_from_upload_to_last_variant(string kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a process's peak and lets it be set back.");
        using var picture = kind.StartsWith("60", StringComparison.Ordinal) ? Pictures.Flag(10_000, 6_000) : Pictures.Flag(4_000, 3_000);
        var upload = pictures.File(kind switch
        {
            "60 MP JPEG, turned" => picture.Mutate(photo => photo.Set(GValue.GIntType, "orientation", 6)).JpegsaveBuffer(),
            "60 MP PNG of 16 bits and a wide color space" => picture.IccTransform("p3", depth: 16).PngsaveBuffer(compression: 1),
            "60 MP WebP" => picture.WebpsaveBuffer(effort: 0),
            "12 MP progressive CMYK JPEG" => picture.Colourspace(Enums.Interpretation.Cmyk).JpegsaveBuffer(interlace: true),
            "12 MP interlaced PNG of 16 bits with alpha" =>
                picture.Colourspace(Enums.Interpretation.Rgb16).Bandjoin(30_000).PngsaveBuffer(interlace: true, compression: 1),
            _ => picture.Bandjoin(128).WebpsaveBuffer(lossless: true, effort: 0),
        });

        // Without counting the rows of other tests, for which a PostgreSQL would be started.
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, ["--filter-method", $"*.{nameof(Work_through_the_photo_told)}", "--explicit", "only", "--pre-enumerate-theories", "off"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Told] = upload;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        process.ExitCode.ShouldBe(0, output);

        var peak = long.Parse(File.ReadAllText(upload + ".peak"), CultureInfo.InvariantCulture) / Megabyte;
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {peak} MB over the idle process");
        peak.ShouldBeInRange(1, 250);
    }

    [Fact(Explicit = true)]
    public async Task Work_through_the_photo_told()
    {
        var upload = Environment.GetEnvironmentVariable(Told).ShouldNotBeNull();
        using var works = new PhotoWorks();
        await Through(works, pictures.File(Pictures.Flag(64, 48).JpegsaveBuffer()));
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
        var idle = InMemory("VmRSS");
        await Through(works, upload);
        File.WriteAllText(upload + ".peak", (InMemory("VmHWM") - idle).ToString(CultureInfo.InvariantCulture));
    }

    public void Dispose() => pictures.Dispose();

    private static async Task Through(PhotoWorks works, string upload)
    {
        var master = (await works.Intake(upload, CancellationToken.None)).Master.ShouldNotBeNull();
        foreach (var format in Enum.GetValues<PhotoFormat>())
            foreach (var width in PhotoWidths.Of(master.Width))
                await works.Make(master.Jpeg, width, format, CancellationToken.None);
    }

    /// <summary>Bytes, from Linux's <c>/proc/self/status</c>.</summary>
    private static long InMemory(string name) =>
        1024 * long.Parse(
            File.ReadLines("/proc/self/status").Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture);
}
