using CoopMarket.Web.Adapters.Images;
using NetVips;

namespace CoopMarket.Web.Tests.Photos;

public sealed class LikenessTests
{
    private const int Width = 32;
    private const int Height = 24;

    private static readonly double[] One = Picture((x, y) => (x * 7 + y * 13 + x * y % 11 * 9) % 256);

    [Fact]
    public void A_picture_is_like_itself() => Likeness.Of(One, One, Width).ShouldBe(1, tolerance: 1e-12);

    // Reckoned pixel by pixel from the paper's formula, in another language and without the shortcuts.
    [Fact]
    public void Known_pictures_have_the_likeness_that_the_formula_gives()
    {
        var noisy = Picture((x, y) => Math.Clamp(One[y * Width + x] + ((x * 31 + y * 17) % 23 - 11) * 2, 0, 255));
        Likeness.Of(One, noisy, Width).ShouldBe(0.9648926694364861, tolerance: 1e-9);
        Likeness.Of(One, [.. One.Select(p => 255 - p)], Width).ShouldBe(-0.8004857360491562, tolerance: 1e-9);
    }

    [Fact]
    public void Two_plain_grays_differ_by_their_brightness_alone()
    {
        const double c1 = 2.55 * 2.55;
        Likeness.Of(Picture((_, _) => 100), Picture((_, _) => 150), Width).ShouldBe((2 * 100 * 150 + c1) / (100 * 100 + 150 * 150 + c1), tolerance: 1e-9);
    }

    [Fact]
    public void Pictures_of_other_sizes_are_not_compared()
    {
        Should.Throw<ArgumentException>(() => Likeness.Of(One, One[..^Width], Width));
        Should.Throw<ArgumentException>(() => Likeness.Of(new double[100], new double[100], 10));
    }

    /// <summary>The market reads no AVIF, so its figure is looked at in the benchmarks alone.</summary>
    [Theory]
    [InlineData(PhotoFormat.WebP)]
    [InlineData(PhotoFormat.Jpeg)]
    internal async Task A_photo_keeps_the_likeness_that_is_promised(PhotoFormat format)
    {
        using var works = new PhotoWorks();
        var file = Path.Combine(Root(), "src", "CoopMarket.Web", "Seed", "Pictures", "phan-hoa.jpg");
        var master = (await works.Intake(file, CancellationToken.None)).Master.ShouldNotBeNull().Jpeg;
        (await LikeAsync(640, PhotoQuality.Of(format))).ShouldBeGreaterThan(PhotoQuality.Likeness - 0.01);
        (await LikeAsync(320, PhotoQuality.LightOf(format))).ShouldBeGreaterThan(PhotoQuality.LightLikeness - 0.05);
        (await works.Make(master, 320, format, PhotoQuality.LightOf(format), CancellationToken.None)).Length
            .ShouldBeLessThan((await works.Make(master, 320, format, CancellationToken.None)).Length * 4 / 5);

        async Task<double> LikeAsync(int width, int quality)
        {
            using var plain = Image.ThumbnailBuffer(master, width);
            using var made = Image.NewFromBuffer(await works.Make(master, width, format, quality, CancellationToken.None));
            return Likeness.Of(Likeness.Brightness(plain.WriteToMemory<byte>()), Likeness.Brightness(made.WriteToMemory<byte>()), width);
        }
    }

    private static double[] Picture(Func<int, int, double> brightness)
        => [.. Enumerable.Range(0, Width * Height).Select(i => brightness(i % Width, i / Width))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoopMarket.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
