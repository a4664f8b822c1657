using System.Buffers.Binary;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Adapters.Sounds;

/// <summary>
/// Opus in WebM (RFC 8794 and 9559). Elements that hold others are simply stepped into, so that it does not matter whether they say how
/// long they are; browsers that record don't.
/// </summary>
internal static class WebMSound
{
    private const uint Header = 0x1A45DFA3, DocType = 0x4282, Segment = 0x18538067, Info = 0x1549A966, TimestampScale = 0x2AD7B1, Title = 0x7BA9, Tracks = 0x1654AE6B, TrackEntry = 0xAE, TrackType = 0x83,
        CodecId = 0x86, TrackName = 0x536E, Cluster = 0x1F43B675, Timestamp = 0xE7, SimpleBlock = 0xA3, BlockGroup = 0xA0, Block = 0xA1, Tags = 0x1254C367, Attachments = 0x1941A469, Void = 0xEC;

    private const ulong Audio = 2;
    private const ulong Millisecond = 1_000_000;

    // What one block holds, about.
    private const ulong BlockLength = 20;

    private static readonly uint[] Holders = [Header, Segment, Info, Tracks, TrackEntry, Cluster, BlockGroup];

    public static (SoundFile? File, SoundRefusal? Refusal) Read(byte[] file)
    {
        var (scale, cluster, last) = (Millisecond, 0UL, (ulong?)null);
        var (isWebM, tracks, others, opus) = (false, 0, 0, 0);
        var at = 0;
        while (at < file.Length)
        {
            var start = at;
            if (Id(file, ref at) is not { } id || Size(file, ref at) is not { } size)
                return (null, SoundRefusal.Damaged);
            if (Holders.Contains(id))
                continue;
            if (size > (ulong)(file.Length - at))
                return (null, SoundRefusal.Damaged);
            var content = file.AsSpan(at, (int)size);
            at += (int)size;
            switch (id)
            {
                case DocType:
                    isWebM = content.TrimEnd((byte)0).SequenceEqual("webm"u8);
                    break;
                case TimestampScale:
                    scale = Number(content);
                    break;
                case TrackType:
                    (tracks, others) = (tracks + 1, others + (Number(content) == Audio ? 0 : 1));
                    break;
                case CodecId:
                    opus += content.TrimEnd((byte)0).SequenceEqual("A_OPUS"u8) ? 1 : 0;
                    break;
                case Timestamp:
                    cluster = Number(content);
                    break;
                case SimpleBlock or Block when Moment(content, cluster) is { } moment:
                    last = Math.Max(last ?? 0, moment);
                    break;
                case Tags or Attachments or Title or TrackName or Void:
                    Blank(file.AsSpan(start, at - start));
                    break;
            }
        }

        if (!isWebM || tracks != 1 || opus != 1 || others > 0)
            return (null, others > 0 ? SoundRefusal.Video : SoundRefusal.OtherSound);
        if (last is not { } end || scale == 0)
            return (null, SoundRefusal.TooShort);
        var milliseconds = ((UInt128)end * scale / Millisecond) + BlockLength;
        return (new(SoundKind.WebM, (int)UInt128.Min(milliseconds, int.MaxValue), file), null);
    }

    // The number of a track, then two bytes of time after its cluster's.
    private static ulong? Moment(ReadOnlySpan<byte> block, ulong cluster)
    {
        var at = 0;
        if (Size(block, ref at) is null || block.Length < at + 2)
            return null;
        var after = BinaryPrimitives.ReadInt16BigEndian(block[at..]);
        return after < 0 ? cluster : cluster > long.MaxValue ? long.MaxValue : cluster + (ulong)after;
    }

    // A void of the same length; what it held is gone.
    private static void Blank(Span<byte> element)
    {
        element.Clear();
        element[0] = (byte)Void;
        const int longHead = 9;
        if (element.Length < longHead)
        {
            element[1] = (byte)(0x80 | (element.Length - 2));
            return;
        }

        BinaryPrimitives.WriteUInt64BigEndian(element[1..], (1UL << 56) | (uint)(element.Length - longHead));
    }

    private static uint? Id(ReadOnlySpan<byte> file, ref int at)
    {
        var length = at < file.Length ? Length(file[at]) : 0;
        if (length is 0 or > 4 || at + length > file.Length)
            return null;
        var id = (uint)Number(file.Slice(at, length));
        at += length;
        return id;
    }

    private static ulong? Size(ReadOnlySpan<byte> file, ref int at)
    {
        var length = at < file.Length ? Length(file[at]) : 0;
        if (length == 0 || at + length > file.Length)
            return null;
        var size = Number(file.Slice(at, length)) & ((1UL << (7 * length)) - 1);
        at += length;
        return size;
    }

    private static int Length(byte first) => first == 0 ? 0 : System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 24 + 1;

    private static ulong Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0UL;
        foreach (var one in bytes[..Math.Min(bytes.Length, 8)])
            number = (number << 8) | one;
        return number;
    }
}
