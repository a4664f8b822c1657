using CoopMarket.Web.Adapters.Images;
using CsCheck;

namespace CoopMarket.Web.Tests.Photos;

public sealed class PhotoVariantTests : IDisposable
{
    private readonly PhotoWorks works = new();

    [Theory]
    [InlineData(1, "160")]
    [InlineData(159, "160")]
    [InlineData(160, "160")]
    [InlineData(161, "160 320")]
    [InlineData(500, "160 320 480 640")]
    [InlineData(1280, "160 320 480 640 960 1280")]
    [InlineData(2560, "160 320 480 640 960 1280")]
    public void A_photo_has_the_widths_below_its_own_and_one_more_for_the_whole_of_it(int master, string widths) =>
        string.Join(' ', PhotoWidths.Of(master)).ShouldBe(widths);

    [Fact]
    public void No_width_is_enlarged_and_none_is_shown_twice() =>
        Gen.Int[1, 2560].Sample(master =>
        {
            var shown = PhotoWidths.Of(master).Select(width => PhotoWidths.Shown(width, master)).ToList();
            shown.ShouldBe(shown.Distinct().Order());
            shown[^1].ShouldBe(Math.Min(master, 1280));
        });

    [Theory]
    [InlineData(2560, 1920)]
    [InlineData(1000, 1500)]
    [InlineData(100, 75)]
    public async Task Every_variant_has_the_pixels_that_its_width_says_and_keeps_the_photos_shape(int width, int height)
    {
        var master = Pictures.Flag(width, height).JpegsaveBuffer(q: 90);
        foreach (var format in Enum.GetValues<PhotoFormat>())
            foreach (var wanted in PhotoWidths.Of(width))
            {
                var size = Pictures.SizeOf(await works.Make(master, wanted, format, CancellationToken.None), format);
                size.Width.ShouldBe(PhotoWidths.Shown(wanted, width));
                ((double)size.Height).ShouldBe((double)height * size.Width / width, tolerance: 1);
            }
    }

    [Fact]
    public async Task The_same_master_always_gives_the_same_bytes()
    {
        var master = Pictures.Noise(700, 500).JpegsaveBuffer(q: 90);
        foreach (var format in Enum.GetValues<PhotoFormat>())
            (await works.Make(master, 320, format, CancellationToken.None))
                .ShouldBe(await works.Make(master, 320, format, CancellationToken.None));
    }

    [Fact]
    public async Task A_master_that_was_damaged_where_it_lay_is_an_error()
    {
        var master = Pictures.Noise(700, 500).JpegsaveBuffer(q: 90);
        await Should.ThrowAsync<InvalidDataException>(
            () => works.Make(master[..(master.Length / 2)], 320, PhotoFormat.WebP, CancellationToken.None));
    }

    [Fact]
    public void Colors_are_stored_as_one_word_and_read_back()
    {
        var cells = PhotoColors.Of(Enumerable.Range(0, 4 * 3 * 3).Select(value => (byte)(value * 7)).ToArray(), 4, 3);
        var stored = cells.ToString();
        stored.ShouldMatch("^[0-9a-f]{78}$");
        var read = PhotoColors.Parse(stored);
        read.Cells.ShouldBe(cells.Cells);
        read.Dominant.ShouldBe(cells.Dominant);
        Should.Throw<FormatException>(() => PhotoColors.Parse(stored[1..] + "g"));
        Should.Throw<FormatException>(() => PhotoColors.Parse(stored[1..]));
    }

    public void Dispose() => works.Dispose();
}
