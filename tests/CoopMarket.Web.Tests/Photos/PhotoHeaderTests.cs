using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Tests.House;
using CsCheck;

namespace CoopMarket.Web.Tests.Photos;

public sealed class PhotoHeaderTests
{
    [Theory]
    [InlineData(0xC0, 3, false)]
    [InlineData(0xC1, 3, false)]
    [InlineData(0xC2, 3, true)]
    [InlineData(0xC0, 1, true)] // the first of three scans, each through the whole height
    public void A_jpeg_tells_its_size_and_whether_it_streams(int frame, int inScan, bool atOnce) =>
        Facts(Crafted.Jpeg(640, 480, (byte)frame, inScan: (byte)inScan))
            .ShouldBe(new PhotoFacts(PhotoKind.Jpeg, 640, 480, atOnce));

    [Fact]
    public void A_jpeg_may_have_fill_bytes_and_junk_between_its_segments()
    {
        var plain = Crafted.Jpeg(640, 480);
        Facts([.. plain[..8], 0x00, 0x17, 0xFF, 0xFF, .. plain[8..]]).Width.ShouldBe(640);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_png_tells_its_size_and_whether_it_is_interlaced(byte interlace, bool atOnce) =>
        Facts(Crafted.Png(640, 480, interlace)).ShouldBe(new PhotoFacts(PhotoKind.Png, 640, 480, atOnce));

    [Fact]
    public void A_webp_tells_its_size_and_whether_it_is_lossless_or_moves()
    {
        Facts(Crafted.WebP(Crafted.Lossy(640, 480))).ShouldBe(new PhotoFacts(PhotoKind.WebP, 640, 480, false));
        Facts(Crafted.WebP(Crafted.Lossless(640, 480))).ShouldBe(new PhotoFacts(PhotoKind.WebP, 640, 480, true));
        Facts(Crafted.WebP(Crafted.Canvas(640, 480), Crafted.Riff("ICCP"u8, new byte[31]), Crafted.Lossy(640, 480)))
            .ShouldBe(new PhotoFacts(PhotoKind.WebP, 640, 480, false));
        Facts(Crafted.WebP(Crafted.Canvas(640, 480), Crafted.Riff("ALPH"u8, new byte[31]), Crafted.Lossy(640, 480))).AtOnce.ShouldBeTrue();
        Facts(Crafted.WebP(Crafted.Canvas(640, 480, flags: 2), Crafted.Riff("ANIM"u8, new byte[10]))).AtOnce.ShouldBeTrue();
    }

    [Fact]
    public void A_webp_whose_picture_is_larger_than_its_canvas_is_damaged() =>
        Refusal(Crafted.WebP(Crafted.Canvas(64, 48), Crafted.Lossy(16383, 16383))).ShouldBe(PhotoRefusal.Damaged);

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_files_are_refused_by_what_they_are(string _, byte[] file, object refusal) =>
        Refusal(file).ShouldBe((PhotoRefusal)refusal);

    public static TheoryData<string, byte[], object> Others => new()
    {
        { "nothing", [], PhotoRefusal.Empty },
        { "iPhone photo", Crafted.Brands("heic", "mif1", "heic"), PhotoRefusal.Heic },
        { "HEIF", Crafted.Brands("mif1", "miaf"), PhotoRefusal.Heic },
        { "AVIF", Crafted.Brands("avif", "mif1", "miaf"), PhotoRefusal.Avif },
        { "AVIF that calls itself HEIF first", Crafted.Brands("mif1", "avif"), PhotoRefusal.Avif },
        { "MP4", Crafted.Brands("isom", "mp42"), PhotoRefusal.Video },
        { "QuickTime", Crafted.Brands("qt  "), PhotoRefusal.Video },
        { "WebM", [0x1A, 0x45, 0xDF, 0xA3, 1, 2, 3], PhotoRefusal.Video },
        { "AVI", Crafted.Latin("RIFF\u0001\u0002\u0003\u0004AVI LIST"), PhotoRefusal.Video },
        { "GIF with a script in its tail", Crafted.Latin("GIF89a/*........*/=1;<script>alert(1)</script>"), PhotoRefusal.Gif },
        { "PDF", Crafted.Latin("%PDF-1.7"), PhotoRefusal.Pdf },
        { "SVG", Crafted.Latin("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), PhotoRefusal.Svg },
        { "SVG after a prolog", Crafted.Latin("\u00EF\u00BB\u00BF<?xml version='1.0'?><!-- x --><!DOCTYPE svg>\n<SVG>"), PhotoRefusal.Svg },
        { "SVGZ", [0x1F, 0x8B, 8, 0, 0, 0], PhotoRefusal.Svg },
        { "TIFF", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], PhotoRefusal.NotAPhoto },
        { "BMP", Crafted.Latin("BM......"), PhotoRefusal.NotAPhoto },
        { "text", Crafted.Latin("hello"), PhotoRefusal.NotAPhoto },
        { "one byte", [0xFF], PhotoRefusal.NotAPhoto },
        { "JPEG that ends after its mark", [0xFF, 0xD8, 0xFF], PhotoRefusal.Damaged },
        { "JPEG without a picture", [0xFF, 0xD8, 0xFF, 0xD9], PhotoRefusal.Damaged },
        { "JPEG of 12 bits", Crafted.Jpeg(64, 48, bits: 12), PhotoRefusal.Damaged },
        { "JPEG without loss", Crafted.Jpeg(64, 48, frame: 0xC3), PhotoRefusal.Damaged },
        { "JPEG of arithmetic code", Crafted.Jpeg(64, 48, frame: 0xCA), PhotoRefusal.Damaged },
        { "JPEG of no height", Crafted.Jpeg(64, 0), PhotoRefusal.Damaged },
        { "JPEG of 3,000 scans", Crafted.Jpeg(64, 48, frame: 0xC2, scans: 3000), PhotoRefusal.Damaged },
        { "PNG of no width", Crafted.Png(0, 48), PhotoRefusal.Damaged },
        { "PNG cut in its header", Crafted.Png(64, 48)[..25], PhotoRefusal.Damaged },
        { "WebP without a picture", Crafted.WebP(Crafted.Riff("EXIF"u8, new byte[40])), PhotoRefusal.Damaged },
        { "WebP cut in its header", Crafted.WebP(Crafted.Lossy(64, 48))[..20], PhotoRefusal.Damaged },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_photo_is_taken_up_to_each_limit_and_no_further(string _, byte[] file, object? refusal)
    {
        PhotoHeader.TryRead(new MemoryStream(file), out var facts, out var refused);
        refused.ShouldBe((PhotoRefusal?)refusal);
        (facts is null).ShouldBe(refusal is not null);
    }

    public static TheoryData<string, byte[], object?> Sizes => new()
    {
        { "60 MP", Crafted.Png(10_000, 6_000), null },
        { "a row more", Crafted.Png(10_000, 6_001), PhotoRefusal.TooManyPixels },
        { "20,000 wide", Crafted.Png(20_000, 3_000), null },
        { "a column more", Crafted.Png(20_001, 1), PhotoRefusal.TooManyPixels },
        { "20,000 high", Crafted.Jpeg(3_000, 20_000), null },
        { "a row more", Crafted.Jpeg(1, 20_001), PhotoRefusal.TooManyPixels },
        { "1 wide, 500,000,000 high", Crafted.Png(1, 500_000_000), PhotoRefusal.TooManyPixels },
        { "500,000,000 wide, 1 high", Crafted.Png(500_000_000, 1), PhotoRefusal.TooManyPixels },
        { "the greatest PNG there is", Crafted.Png(int.MaxValue, int.MaxValue), PhotoRefusal.TooManyPixels },
        { "69 bytes that claim 50,000 x 50,000", Crafted.Png(50_000, 50_000), PhotoRefusal.TooManyPixels },
        { "12 MP interlaced", Crafted.Png(4_000, 3_000, interlace: 1), null },
        { "a row more", Crafted.Png(4_000, 3_001, interlace: 1), PhotoRefusal.TooManyPixelsForKind },
        { "12 MP progressive", Crafted.Jpeg(4_000, 3_000, frame: 0xC2), null },
        { "a row more", Crafted.Jpeg(4_000, 3_001, frame: 0xC2), PhotoRefusal.TooManyPixelsForKind },
        { "12 MP in several scans", Crafted.Jpeg(4_000, 3_000, inScan: 1), null },
        { "a row more", Crafted.Jpeg(4_000, 3_001, inScan: 1), PhotoRefusal.TooManyPixelsForKind },
        { "12 MP lossless", Crafted.WebP(Crafted.Lossless(4_000, 3_000)), null },
        { "a row more", Crafted.WebP(Crafted.Lossless(4_000, 3_001)), PhotoRefusal.TooManyPixelsForKind },
        { "lossy streams", Crafted.WebP(Crafted.Lossy(8_000, 7_500)), null },
        { "12 MP moving", Crafted.WebP(Crafted.Canvas(4_000, 3_000, flags: 2)), null },
        { "a row more", Crafted.WebP(Crafted.Canvas(4_000, 3_001, flags: 2)), PhotoRefusal.TooManyPixelsForKind },
    };

    [Fact]
    public void More_than_25_MB_is_refused_before_a_byte_is_read()
    {
        var file = new MemoryStream();
        file.SetLength(PhotoLimits.Bytes + 1);
        PhotoHeader.TryRead(file, out _, out var refusal).ShouldBeFalse();
        refusal.ShouldBe(PhotoRefusal.TooManyBytes);
        file.Position.ShouldBe(0);
        file.SetLength(PhotoLimits.Bytes);
        PhotoHeader.TryRead(file, out _, out refusal).ShouldBeFalse();
        refusal.ShouldBe(PhotoRefusal.NotAPhoto);
    }

    [Fact]
    public void A_bomb_of_50_000_by_50_000_pixels_is_refused_from_its_header_in_a_moment_and_without_memory()
    {
        var bomb = Crafted.Png(50_000, 50_000, rows: 50_000);
        bomb.Length.ShouldBeInRange(300_000, 310_000);
        Refusal(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ThreadWork.Of(() => Refusal(bomb).ShouldBe(PhotoRefusal.TooManyPixels)).ShouldBeLessThan(TimeSpan.FromMilliseconds(200));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
    }

    [Fact]
    public void A_JPEG_of_25_MB_of_empty_segments_is_refused_in_a_moment()
    {
        byte[] file = [0xFF, 0xD8, .. Enumerable.Repeat<byte[]>([0xFF, 0xFE, 0, 2], 6_000_000).SelectMany(bytes => bytes)];
        ThreadWork.Of(() => Refusal(file).ShouldBe(PhotoRefusal.Damaged)).ShouldBeLessThan(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Whatever_follows_a_photos_mark_there_is_an_answer_and_only_one()
    {
        byte[][] starts =
        [
            Crafted.Jpeg(9, 9), Crafted.Png(9, 9), Crafted.WebP(Crafted.Canvas(9, 9), Crafted.Lossy(9, 9)), Crafted.Brands("heic", "mif1"),
        ];
        Gen.Select(Gen.Int[0, starts.Length - 1], Gen.Int[0, 40], Gen.Byte.Array[0, 60])
            .Sample((start, kept, rest) =>
            {
                byte[] file = [.. starts[start].Take(kept), .. rest];
                PhotoHeader.TryRead(new MemoryStream(file), out var facts, out var refusal).ShouldBe(facts is not null);
                (facts is null).ShouldBe(refusal is not null);
                if (facts is not null)
                    ((long)facts.Width * facts.Height).ShouldBeInRange(1, PhotoLimits.Pixels);
            }, iter: 20_000);
    }

    private static PhotoFacts Facts(byte[] file)
    {
        PhotoHeader.TryRead(new MemoryStream(file), out var facts, out var refusal).ShouldBeTrue(refusal?.ToString());
        return facts.ShouldNotBeNull();
    }

    private static PhotoRefusal? Refusal(byte[] file)
    {
        PhotoHeader.TryRead(new MemoryStream(file), out _, out var refusal).ShouldBeFalse();
        return refusal;
    }
}
