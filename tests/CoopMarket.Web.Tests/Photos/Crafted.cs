using System.Buffers.Binary;
using System.IO.Compression;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>Files made byte by byte, for headers that no encoder would write.</summary>
internal static class Crafted
{
    /// <summary>A JPEG's segments up to the first byte of its scan.</summary>
    public static byte[] Jpeg(int width, int height, byte frame = 0xC0, byte bits = 8, byte components = 3, byte inScan = 3, int scans = 1)
    {
        byte[] start =
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2,
            0xFF, frame, 0, 17, bits, .. Big16(height), .. Big16(width), components, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0,
        ];
        byte[] scan = [0xFF, 0xDA, 0, 12, inScan, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0x55];
        return [.. start, .. Enumerable.Repeat(scan, scans).SelectMany(bytes => bytes), 0xFF, 0xD9];
    }

    /// <summary>A whole PNG of one color; of one bit a pixel and however large, its file stays small.</summary>
    public static byte[] Png(uint width, uint height, byte interlace = 0, long rows = 0, params byte[][] more)
    {
        var data = new MemoryStream();
        using (var packed = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = rows == 0 ? [] : new byte[width / 8 + 2];
            for (var y = 0L; y < rows; y++)
                packed.Write(row);
        }
        byte[] header = [.. Big32(width), .. Big32(height), 1, 0, 0, 0, interlace];
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. more.SelectMany(chunk => chunk),
            .. Chunk("IDAT"u8, data.ToArray()), .. Chunk("IEND"u8, []),
        ];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        byte[] named = [.. name, .. body];
        return [.. Big32((uint)body.Length), .. named, .. Big32(Crc(named))];
    }

    /// <summary>The first bytes of a WebP: one picture chunk, or a canvas before it.</summary>
    public static byte[] WebP(params byte[][] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        return [.. "RIFF"u8, .. Little32((uint)body.Length), .. body];
    }

    public static byte[] Lossy(int width, int height) =>
        Riff("VP8 "u8, [0x10, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)]);

    public static byte[] Lossless(int width, int height) =>
        Riff("VP8L"u8, [0x2F, .. Little32((uint)(width - 1) | (uint)(height - 1) << 14), 0, 0, 0, 0, 0]);

    public static byte[] Canvas(int width, int height, byte flags = 0) =>
        Riff("VP8X"u8, [flags, 0, 0, 0, .. Little32((uint)width - 1)[..3], .. Little32((uint)height - 1)[..3]]);

    public static byte[] Riff(ReadOnlySpan<byte> name, ReadOnlySpan<byte> body) =>
        [.. name, .. Little32((uint)body.Length), .. body, .. new byte[body.Length & 1]];

    /// <summary>The first box of an ISO base media file.</summary>
    public static byte[] Brands(params string[] brands) =>
    [
        .. Big32((uint)(8 + 4 * (brands.Length + 1))), .. "ftyp"u8, .. Latin(brands[0]), 0, 0, 0, 0,
        .. brands.Skip(1).SelectMany(Latin), .. new byte[40],
    ];

    public static byte[] Latin(string text) => System.Text.Encoding.Latin1.GetBytes(text);

    public static byte[] Big32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Little32(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    /// <summary>CRC-32 of ISO 3309, as PNG wants it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
