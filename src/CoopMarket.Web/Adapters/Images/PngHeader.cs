using System.Buffers.Binary;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>The IHDR chunk of a PNG (W3C PNG, third edition, 11.2.1), which is always first.</summary>
internal static class PngHeader
{
    private const int Length = 33;

    /// <exception cref="InvalidDataException">The chunk is cut off or impossible.</exception>
    public static PhotoFacts Read(ReadOnlySpan<byte> head)
    {
        if (head.Length < Length || BinaryPrimitives.ReadInt32BigEndian(head[8..]) != 13 || !head[12..16].SequenceEqual("IHDR"u8))
            throw new InvalidDataException("The PNG doesn't begin with a whole IHDR chunk.");
        var width = BinaryPrimitives.ReadInt32BigEndian(head[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(head[20..]);
        var interlace = head[28];
        if (width <= 0 || height <= 0 || interlace > 1)
            throw new InvalidDataException("The PNG has an impossible IHDR chunk.");
        return new PhotoFacts(PhotoKind.Png, width, height, AtOnce: interlace == 1);
    }
}
