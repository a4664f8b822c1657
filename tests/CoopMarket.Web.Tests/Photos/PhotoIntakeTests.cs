using System.Diagnostics;
using System.Globalization;
using CoopMarket.Web.Adapters.Images;
using CsCheck;
using NetVips;

namespace CoopMarket.Web.Tests.Photos;

public sealed class PhotoIntakeTests : IDisposable
{
    private const string Upper = "#c83c28", LowerLeft = "#3c7846", LowerRight = "#465aa0";

    private readonly Pictures pictures = new();
    private readonly PhotoWorks works = new();

    [Fact]
    public async Task A_photo_is_kept_as_a_JPEG_of_2_560_pixels_at_most_and_never_enlarged()
    {
        var large = await Master(Pictures.Flag(3000, 2000).JpegsaveBuffer());
        (large.Width, large.Height).ShouldBe((2560, 1707));
        Pictures.SizeOf(large.Jpeg, PhotoFormat.Jpeg).ShouldBe((2560, 1707));

        var small = await Master(Pictures.Flag(300, 200).JpegsaveBuffer());
        (small.Width, small.Height).ShouldBe((300, 200));
    }

    [Theory]
    [InlineData(20_000, 1, 2560, 1)]
    [InlineData(1, 20_000, 1, 2560)]
    [InlineData(1, 1, 1, 1)]
    public async Task The_thinnest_and_the_smallest_photo_are_kept(int width, int height, int keptWidth, int keptHeight)
    {
        var master = await Master(Pictures.Noise(width, height).PngsaveBuffer());
        (master.Width, master.Height).ShouldBe((keptWidth, keptHeight));
        var variant = await works.Make(master.Jpeg, 160, PhotoFormat.Avif, CancellationToken.None);
        Pictures.SizeOf(variant, PhotoFormat.Avif).Width.ShouldBe(Math.Min(160, keptWidth));
    }

    [Fact]
    public async Task Where_and_with_which_camera_it_was_taken_is_in_nothing_that_is_kept_and_the_photo_stands_upright()
    {
        using var turned = Pictures.Flag(600, 400).Rot270();
        using var told = turned.Mutate(photo =>
        {
            photo.Set(GValue.GIntType, "orientation", 6);
            photo.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "21/1 19/1 37/1");
            photo.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
            photo.Set(GValue.GStrType, "exif-ifd0-Make", "SERIAL-4711");
            photo.Set(GValue.GStrType, "exif-ifd2-BodySerialNumber", "SERIAL-4711");
        });
        byte[][] uploads = [told.JpegsaveBuffer(), told.WebpsaveBuffer(), told.PngsaveBuffer()];
        foreach (var upload in uploads)
        {
            Holds(upload, "SERIAL-4711").ShouldBeTrue();
            var master = await Master(upload);
            (master.Width, master.Height).ShouldBe((600, 400));
            ShouldShowTheFlag(master);
            foreach (var file in await MasterAndVariants(master))
                foreach (var trace in (string[])["SERIAL", "Exif", "GPS", "http://ns.adobe.com", "ICC_PROFILE"])
                    Holds(file, trace).ShouldBeFalse(trace);
        }
    }

    [Fact]
    public async Task Colors_stay_right_whatever_space_they_come_in()
    {
        var flag = Pictures.Flag(400, 300);
        var wide = flag.IccTransform("p3");
        byte[][] uploads =
        [
            flag.JpegsaveBuffer(q: 95),
            flag.WebpsaveBuffer(q: 95),
            flag.WebpsaveBuffer(lossless: true),
            flag.PngsaveBuffer(interlace: true),
            flag.PngsaveBuffer(palette: true),
            flag.Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer(),
            wide.JpegsaveBuffer(q: 95),
            flag.IccTransform("p3", depth: 16).PngsaveBuffer(),
            flag.IccTransform("cmyk").JpegsaveBuffer(q: 95),
            flag.IccTransform("cmyk").JpegsaveBuffer(q: 95, interlace: true, keep: Enums.ForeignKeep.None),
            flag.Bandjoin(255).PngsaveBuffer(),
        ];
        foreach (var upload in uploads)
            ShouldShowTheFlag(await Master(upload));
        IsNear(await Cells(wide.Copy(interpretation: Enums.Interpretation.Srgb).JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None)), 0, Upper)
            .ShouldBeFalse("the profile makes a difference here, or this test shows nothing");
    }

    [Fact]
    public async Task A_gray_photo_stays_gray_and_what_is_clear_becomes_white()
    {
        var gray = await Cells(Pictures.Flag(400, 300).Colourspace(Enums.Interpretation.Bw).JpegsaveBuffer());
        gray[0].ShouldMatch("^#(..)\\1\\1$");
        var clear = await Cells(Pictures.Flag(400, 300).Bandjoin(0).PngsaveBuffer());
        clear.ShouldAllBe(cell => cell == "#ffffff");
    }

    [Fact]
    public async Task A_profile_of_4_MB_goes_no_further()
    {
        using var wide = Pictures.Flag(400, 300).IccTransform("p3");
        byte[] profile = [.. (byte[])wide.Get("icc-profile-data"), .. new byte[4 * 1024 * 1024]];
        Crafted.Big32((uint)profile.Length).CopyTo(profile, 0);
        using var flag = wide.Mutate(photo => photo.Set(GValue.BlobType, "icc-profile-data", profile));
        var upload = flag.JpegsaveBuffer();
        upload.Length.ShouldBeGreaterThan(4 * 1024 * 1024);
        var master = await Master(upload);
        master.Jpeg.Length.ShouldBeLessThan(50_000);
        ShouldShowTheFlag(master);
    }

    [Theory]
    [InlineData("jpeg"), InlineData("progressive"), InlineData("png"), InlineData("interlaced"), InlineData("webp"), InlineData("lossless")]
    public async Task A_photo_that_is_cut_off_is_damaged_wherever_it_was_cut(string kind)
    {
        using var noise = Pictures.Noise(700, 500);
        var whole = kind switch
        {
            "jpeg" => noise.JpegsaveBuffer(q: 90),
            "progressive" => noise.JpegsaveBuffer(q: 90, interlace: true),
            "png" => noise.PngsaveBuffer(),
            "interlaced" => noise.PngsaveBuffer(interlace: true),
            "webp" => noise.WebpsaveBuffer(),
            _ => noise.WebpsaveBuffer(lossless: true),
        };
        (await Intake(whole)).Refusal.ShouldBeNull();
        foreach (var percent in (int[])[5, 25, 50, 75, 90])
            (await Intake(whole[..(whole.Length * percent / 100)])).Refusal.ShouldBe(PhotoRefusal.Damaged, $"{kind} at {percent} %");
    }

    [Fact]
    public async Task A_JPEG_that_was_cut_off_and_closed_again_is_damaged()
    {
        var whole = Pictures.Noise(700, 500).JpegsaveBuffer(q: 90);
        (await Intake([.. whole[..(whole.Length / 2)], 0xFF, 0xD9])).Refusal.ShouldBe(PhotoRefusal.Damaged);
    }

    [Fact]
    public async Task Harmless_oddities_of_phones_are_taken()
    {
        var whole = Pictures.Flag(700, 500).JpegsaveBuffer();
        var scan = whole.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        var oddScan = whole.ToArray();
        oddScan[scan + 12] = 0; // the last coefficient, 63 in all sequential JPEGs but those of some phones
        (await Intake(oddScan)).Refusal.ShouldBeNull();
        (await Intake([.. whole[..^2], .. new byte[16], .. whole[^2..]])).Refusal.ShouldBeNull();
        (await Intake([.. whole, .. new byte[5000]])).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_hidden_behind_a_photo_is_not_kept()
    {
        byte[] upload = [.. Pictures.Flag(400, 300).JpegsaveBuffer(), .. "<script>alert(1)</script><?php GIF89a"u8];
        foreach (var file in await MasterAndVariants(await Master(upload)))
            Holds(file, "<script").ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_moving_picture_the_first_frame_is_kept_at_once()
    {
        using var flag = Pictures.Flag(64, 48);
        using var strip = Image.Arrayjoin([flag, .. Enumerable.Repeat(flag.Invert(), 300)], across: 1);
        using var moving = strip.Mutate(photo => photo.Set(GValue.GIntType, "page-height", 48));
        var still = flag.PngsaveBuffer();
        var frames = Enumerable.Range(0, 10_000).SelectMany(frame => Crafted.Chunk("fdAT"u8, Crafted.Big32((uint)frame)));
        byte[][] uploads =
        [
            moving.WebpsaveBuffer(effort: 0),
            [.. still[..33], .. Crafted.Chunk("acTL"u8, [.. Crafted.Big32(10_000), 0, 0, 0, 0]), .. still[33..^12], .. frames, .. still[^12..]],
        ];
        foreach (var upload in uploads)
        {
            var time = Stopwatch.StartNew();
            var master = await Master(upload);
            time.ElapsedMilliseconds.ShouldBeLessThan(2000);
            (master.Width, master.Height).ShouldBe((64, 48));
            ShouldShowTheFlag(master);
        }
    }

    [Fact]
    public async Task No_decoder_but_three_ever_sees_a_file()
    {
        using var flag = Pictures.Flag(64, 48);
        (await Intake(flag.GifsaveBuffer())).Refusal.ShouldBe(PhotoRefusal.Gif);
        (await Intake(flag.TiffsaveBuffer())).Refusal.ShouldBe(PhotoRefusal.NotAPhoto);
        (await Intake(flag.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1))).Refusal.ShouldBe(PhotoRefusal.Avif);
        foreach (var other in (byte[][])[flag.GifsaveBuffer(), flag.TiffsaveBuffer(), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"u8.ToArray()])
            Should.Throw<VipsException>(() => Image.NewFromBuffer(other));
    }

    [Fact]
    public void Broken_bytes_anywhere_give_a_photo_or_a_refusal_and_never_an_error()
    {
        using var noise = Pictures.Noise(40, 30);
        byte[][] wholes =
        [
            noise.JpegsaveBuffer(), noise.JpegsaveBuffer(interlace: true), noise.PngsaveBuffer(), noise.WebpsaveBuffer(), noise.WebpsaveBuffer(lossless: true),
        ];
        var fresh = 0;
        Gen.Select(Gen.Int[0, wholes.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 12])
            .Sample((which, breaks) =>
            {
                var file = wholes[which].ToArray();
                foreach (var (where, value) in breaks)
                    file[(int)(where * (file.Length - 1))] = value;
                var path = Path.Combine(pictures.Folder, $"broken-{Interlocked.Increment(ref fresh)}");
                File.WriteAllBytes(path, file);
                var intake = works.Intake(path, CancellationToken.None).GetAwaiter().GetResult();
                (intake.Master is null).ShouldBe(intake.Refusal is not null);
            }, iter: 500);
    }

    public void Dispose()
    {
        works.Dispose();
        pictures.Dispose();
    }

    private static void ShouldShowTheFlag(PhotoMaster master)
    {
        var cells = master.Colors.Cells;
        IsNear(cells, 1, Upper).ShouldBeTrue(cells[1]);
        IsNear(cells, 8, LowerLeft).ShouldBeTrue(cells[8]);
        IsNear(cells, 11, LowerRight).ShouldBeTrue(cells[11]);
        IsNear([master.Colors.Dominant], 0, Upper).ShouldBeTrue(master.Colors.Dominant);
    }

    private static bool IsNear(IReadOnlyList<string> cells, int cell, string color) =>
        Enumerable.Range(0, 3).All(channel => Math.Abs(Channel(cells[cell], channel) - Channel(color, channel)) <= 12);

    private static int Channel(string color, int channel) =>
        int.Parse(color.AsSpan(1 + 2 * channel, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static bool Holds(byte[] file, string text) => file.AsSpan().IndexOf(Crafted.Latin(text)) >= 0;

    private async Task<List<byte[]>> MasterAndVariants(PhotoMaster master)
    {
        List<byte[]> files = [master.Jpeg];
        foreach (var format in Enum.GetValues<PhotoFormat>())
            files.Add(await works.Make(master.Jpeg, 320, format, CancellationToken.None));
        return files;
    }

    private Task<PhotoIntake> Intake(byte[] upload) => works.Intake(pictures.File(upload), CancellationToken.None);

    private async Task<PhotoMaster> Master(byte[] upload)
    {
        var intake = await Intake(upload);
        intake.Refusal.ShouldBeNull();
        return intake.Master.ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<string>> Cells(byte[] upload) => (await Master(upload)).Colors.Cells;
}
