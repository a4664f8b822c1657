using System.Buffers.Binary;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Adapters.Sounds;

/// <summary>Opus in Ogg (RFC 3533 and 7845): one stream, whose pages are numbered anew around an empty list of remarks.</summary>
internal static class OggSound
{
    private const int HeadLength = 27, SerialAt = 14, NumberAt = 18, SumAt = 22, CountAt = 26, Rate = 48;

    private static readonly uint[] Sums = MakeSums();

    public static (SoundFile? File, SoundRefusal? Refusal) Read(byte[] file)
    {
        if (Page(file, 0) is not { } first)
            return (null, SoundRefusal.Damaged);
        var head = Packets(file, 0, first);
        if (!head.StartsWith("OpusHead"u8) || head.Length < 19)
            return (null, head.StartsWith("fishead"u8) || head.StartsWith<byte>([0x80, 0x74]) ? SoundRefusal.Video : SoundRefusal.OtherSound);
        var skipped = BinaryPrimitives.ReadUInt16LittleEndian(head[10..]);
        var serial = file.AsSpan(SerialAt, 4).ToArray();

        MemoryStream clean = new(file.Length);
        clean.Write(file, 0, first);
        Write(clean, EmptyRemarks(serial), 1);
        var (number, last, isHeard) = (2U, 0L, false);
        for (var at = first; at < file.Length;)
        {
            if (Page(file, at) is not { } length)
                return (null, SoundRefusal.Damaged);
            if (!file.AsSpan(at + SerialAt, 4).SequenceEqual(serial))
                return (null, SoundRefusal.OtherSound);
            var granule = BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at + 6));
            // The remarks end a page; until then time stands at 0, or nowhere.
            isHeard |= granule > 0;
            if (isHeard)
            {
                last = Math.Max(last, granule);
                Write(clean, file.AsSpan(at, length).ToArray(), number++);
            }

            at += length;
        }

        var milliseconds = Math.Max(0, last - skipped) / Rate;
        return (new(SoundKind.Ogg, (int)Math.Min(milliseconds, int.MaxValue), clean.ToArray()), null);
    }

    // The length of the page that begins there; null where there is no whole one.
    private static int? Page(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < HeadLength || !file[at..].StartsWith("OggS"u8) || file[at + 4] != 0)
            return null;
        var count = file[at + CountAt];
        if (file.Length - at < HeadLength + count)
            return null;
        var length = HeadLength + count;
        foreach (var lace in file.Slice(at + HeadLength, count))
            length += lace;
        return length <= file.Length - at ? length : null;
    }

    private static ReadOnlySpan<byte> Packets(ReadOnlySpan<byte> file, int at, int length)
    {
        var begin = HeadLength + file[at + CountAt];
        return file.Slice(at + begin, length - begin);
    }

    private static byte[] EmptyRemarks(byte[] serial)
    {
        byte[] packet = [.. "OpusTags"u8, 4, 0, 0, 0, .. "coop"u8, 0, 0, 0, 0];
        return [.. "OggS"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. serial, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte)packet.Length, .. packet];
    }

    private static void Write(MemoryStream clean, byte[] page, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(NumberAt), number);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(SumAt), 0);
        var sum = 0U;
        foreach (var one in page)
            sum = (sum << 8) ^ Sums[(sum >> 24) ^ one];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(SumAt), sum);
        clean.Write(page);
    }

    private static uint[] MakeSums()
    {
        const uint polynomial = 0x04C11DB7;
        var sums = new uint[256];
        for (var one = 0U; one < 256; one++)
        {
            var sum = one << 24;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 0x80000000) == 0 ? sum << 1 : (sum << 1) ^ polynomial;
            sums[one] = sum;
        }

        return sums;
    }
}
