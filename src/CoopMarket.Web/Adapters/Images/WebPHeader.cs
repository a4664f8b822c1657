using System.Buffers.Binary;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>The chunks of a WebP up to its picture (RFC 9649, section 2; VP8: RFC 6386, section 9.1).</summary>
internal static class WebPHeader
{
    private const int Chunks = 64;
    private const byte AnimationFlag = 0x02;

    /// <exception cref="InvalidDataException">The chunks are impossible, or none holds a picture.</exception>
    /// <exception cref="EndOfStreamException">The file ends within its picture's header.</exception>
    public static PhotoFacts Read(Stream file)
    {
        Span<byte> chunk = stackalloc byte[18];
        (int Width, int Height)? canvas = null;
        var alpha = false;
        var at = 12L;
        for (var count = 0; count < Chunks && at < file.Length; count++)
        {
            file.Position = at;
            file.ReadExactly(chunk);
            var body = chunk[8..];
            if (chunk.StartsWith("VP8 "u8) && body[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
                return Picture(ReadUInt14(body[6..]), ReadUInt14(body[8..]), canvas, atOnce: alpha);
            if (chunk.StartsWith("VP8L"u8) && body[0] == 0x2F)
            {
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
                return Picture((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1, canvas, atOnce: true);
            }
            if (chunk.StartsWith("VP8"u8) && chunk[3] != (byte)'X')
                break;
            if (chunk.StartsWith("VP8X"u8))
            {
                canvas = (ReadUInt24(body[4..]) + 1, ReadUInt24(body[7..]) + 1);
                if ((body[0] & AnimationFlag) != 0)
                    return Picture(canvas.Value.Width, canvas.Value.Height, canvas, atOnce: true);
            }
            alpha |= chunk.StartsWith("ALPH"u8);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += 8 + length + (length & 1);
        }
        throw new InvalidDataException("The WebP holds no picture.");
    }

    private static PhotoFacts Picture(int width, int height, (int Width, int Height)? canvas, bool atOnce)
    {
        if (width < 1 || height < 1 || (canvas is { } whole && whole != (width, height)))
            throw new InvalidDataException("The WebP's picture doesn't fill its canvas.");
        return new PhotoFacts(PhotoKind.WebP, width, height, atOnce);
    }

    private static int ReadUInt14(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) & 0x3FFF;

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
