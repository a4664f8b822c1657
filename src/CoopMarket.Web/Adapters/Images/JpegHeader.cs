using System.Buffers.Binary;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>The marker segments of a JPEG up to its first scan (ITU-T T.81, annex B).</summary>
internal static class JpegHeader
{
    private const int Segments = 4096;
    private const int Scans = 100;
    private const byte Frame0 = 0xC0, Frame1 = 0xC1, Frame2 = 0xC2, HuffmanTables = 0xC4, Extensions = 0xC8, Conditioning = 0xCC;
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA;

    /// <exception cref="InvalidDataException">The segments are impossible, or of a process that no camera uses.</exception>
    /// <exception cref="EndOfStreamException">The file ends before its first scan.</exception>
    public static PhotoFacts Read(Stream file)
    {
        file.Position = 2;
        Frame? frame = null;
        for (var count = 0; count < Segments; count++)
        {
            var marker = NextMarker(file);
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
                continue;
            if (marker is StartOfImage or EndOfImage)
                break;
            var length = ReadUInt16(file) - 2;
            var next = file.Position + length;
            if (length < 0)
                break;
            if (marker == StartOfScan && frame is { } found)
                return FactsOf(file, found, length);
            if (IsFrame(marker))
            {
                if (frame is not null)
                    break;
                frame = ReadFrame(file, marker, length);
            }
            file.Position = next;
        }
        throw new InvalidDataException("The JPEG has no picture that its header describes.");
    }

    private static PhotoFacts FactsOf(Stream file, Frame frame, int length)
    {
        // A picture told in several scans, each through the whole height, stands in memory until the last has been read.
        var inScan = length > 0 ? file.ReadByte() : 0;
        var atOnce = frame.Progressive || inScan < frame.Components;
        if (atOnce && MoreScansThan(Scans, file))
            throw new InvalidDataException("The JPEG has more scans than any camera or program writes.");
        return new PhotoFacts(PhotoKind.Jpeg, frame.Width, frame.Height, atOnce);
    }

    private static Frame ReadFrame(Stream file, byte marker, int length)
    {
        Span<byte> body = stackalloc byte[6];
        if (length < body.Length || marker is not (Frame0 or Frame1 or Frame2))
            throw new InvalidDataException("The JPEG's frame is cut off, or lossless, hierarchical or arithmetic.");
        file.ReadExactly(body);
        var height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        if (body[0] != 8 || width == 0 || height == 0 || body[5] is not (1 or 3 or 4))
            throw new InvalidDataException("The JPEG's frame is empty or not of 8 bits.");
        return new Frame(width, height, body[5], marker == Frame2);
    }

    /// <summary>As decoders do: whatever stands between segments is passed over.</summary>
    private static byte NextMarker(Stream file)
    {
        while (true)
        {
            while (ReadByte(file) != 0xFF)
            {
            }
            byte marker;
            do
                marker = ReadByte(file);
            while (marker == 0xFF);
            if (marker != 0)
                return marker;
        }
    }

    /// <summary>Each scan costs the decoder a walk over all blocks, however few bytes it has.</summary>
    private static bool MoreScansThan(int most, Stream file)
    {
        var buffer = new byte[64 * 1024];
        var scans = 1;
        var afterFF = false;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            ReadOnlySpan<byte> rest = buffer.AsSpan(0, read);
            while (!rest.IsEmpty)
            {
                if (afterFF && rest[0] == EndOfImage)
                    return false;
                if (afterFF && rest[0] == StartOfScan && ++scans > most)
                    return true;
                var next = rest.IndexOf((byte)0xFF);
                afterFF = next >= 0;
                rest = afterFF ? rest[(next + 1)..] : [];
            }
        }
        return false;
    }

    private static bool IsFrame(byte marker) =>
        marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or Extensions or Conditioning);

    private static byte ReadByte(Stream file) =>
        file.ReadByte() is var read and >= 0 ? (byte)read : throw new EndOfStreamException();

    private static int ReadUInt16(Stream file) => ReadByte(file) << 8 | ReadByte(file);

    private readonly record struct Frame(int Width, int Height, int Components, bool Progressive);
}
