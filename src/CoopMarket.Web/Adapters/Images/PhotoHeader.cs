using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>
/// Tells what an uploaded file is and how large its picture, from its first bytes alone. It is the only code that meets
/// an unknown file before a decoder does: it allocates a few kilobytes whatever the header claims, and answers in milliseconds.
/// </summary>
internal static class PhotoHeader
{
    private const int HeadLength = 4096;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the header of <paramref name="file"/> and holds it against <see cref="PhotoLimits"/>.</summary>
    /// <param name="file">A seekable stream; read from its start, left anywhere.</param>
    /// <param name="facts">What the header says, when true is returned.</param>
    /// <param name="refusal">Why the file isn't taken, when false is returned.</param>
    public static bool TryRead(
        Stream file, [NotNullWhen(true)] out PhotoFacts? facts, [NotNullWhen(false)] out PhotoRefusal? refusal)
    {
        facts = null;
        refusal = Refuse(file, ref facts);
        if (refusal is not null)
            facts = null;
        return facts is not null;
    }

    private static PhotoRefusal? Refuse(Stream file, ref PhotoFacts? facts)
    {
        if (file.Length == 0)
            return PhotoRefusal.Empty;
        if (file.Length > PhotoLimits.Bytes)
            return PhotoRefusal.TooManyBytes;

        file.Position = 0;
        var buffer = new byte[HeadLength];
        ReadOnlySpan<byte> head = buffer.AsSpan(0, file.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false));
        if (KindOf(head) is not { } kind)
            return RefusalOf(head);
        try
        {
            facts = kind switch
            {
                PhotoKind.Jpeg => JpegHeader.Read(file),
                PhotoKind.Png => PngHeader.Read(head),
                _ => WebPHeader.Read(file),
            };
            return TooLarge(facts);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return PhotoRefusal.Damaged;
        }
    }

    private static PhotoRefusal? TooLarge(PhotoFacts facts)
    {
        var pixels = (long)facts.Width * facts.Height;
        if (facts.Width > PhotoLimits.Side || facts.Height > PhotoLimits.Side || pixels > PhotoLimits.Pixels)
            return PhotoRefusal.TooManyPixels;
        return facts.AtOnce && pixels > PhotoLimits.PixelsAtOnce ? PhotoRefusal.TooManyPixelsForKind : null;
    }

    private static PhotoKind? KindOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return PhotoKind.Jpeg;
        if (head.StartsWith(PngSignature))
            return PhotoKind.Png;
        return IsRiff(head, "WEBP"u8) ? PhotoKind.WebP : null;
    }

    private static PhotoRefusal RefusalOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("GIF8"u8))
            return PhotoRefusal.Gif;
        if (head.StartsWith("%PDF"u8))
            return PhotoRefusal.Pdf;
        if (head.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) || IsRiff(head, "AVI "u8))
            return PhotoRefusal.Video;
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
            return RefusalOfBrands(head);
        // SVGZ is plain gzip outside; nobody photographs into gzip, so the sentence for drawings fits.
        return head.StartsWith<byte>([0x1F, 0x8B]) || Encoding.Latin1.GetString(head).Contains("<svg", StringComparison.OrdinalIgnoreCase)
            ? PhotoRefusal.Svg
            : PhotoRefusal.NotAPhoto;
    }

    /// <summary>The brands of an ISO base media file (ISO/IEC 14496-12) tell still pictures from films.</summary>
    private static PhotoRefusal RefusalOfBrands(ReadOnlySpan<byte> head)
    {
        var refusal = PhotoRefusal.Video;
        var end = Math.Min(head.Length, head[0] << 24 | head[1] << 16 | head[2] << 8 | head[3]);
        for (var at = 8; at + 4 <= end; at += 4)
        {
            var brand = Encoding.Latin1.GetString(head.Slice(at, 4));
            if (brand is "avif" or "avis")
                return PhotoRefusal.Avif;
            if (brand is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "hevm" or "hevs" or "mif1" or "msf1")
                refusal = PhotoRefusal.Heic;
        }
        return refusal;
    }

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual(form);
}
