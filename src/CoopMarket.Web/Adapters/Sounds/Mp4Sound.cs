using System.Buffers.Binary;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Adapters.Sounds;

/// <summary>
/// AAC in MP4 (ISO/IEC 14496-12), whole or in fragments as phones record it. Boxes that tell of the file beside the sound (where it was
/// recorded, by what, its cover) are emptied where they stand, so that nothing else moves.
/// </summary>
internal sealed class Mp4Sound
{
    private const int Deepest = 8;

    private static readonly string[] Holders = ["moov", "trak", "mdia", "minf", "stbl", "mvex", "moof", "traf"];

    private readonly byte[] _file;
    private int _sounds;
    private int _others;
    private int _aac;
    private bool _isWhole = true;
    private bool _hasMovie;
    private bool _hasData;
    private uint _rate;
    private ulong _length;
    private ulong _fragments;
    private uint _usual;
    private uint _usualHere;

    private Mp4Sound(byte[] file) => _file = file;

    public static (SoundFile? File, SoundRefusal? Refusal) Read(byte[] file)
    {
        Mp4Sound read = new(file);
        read.Walk(0, file.Length, 0);
        if (!read._isWhole || !read._hasMovie || !read._hasData)
            return (null, SoundRefusal.Damaged);
        if (read._others > 0)
            return (null, SoundRefusal.Video);
        if (read._sounds != 1 || read._aac != 1)
            return (null, SoundRefusal.OtherSound);
        if (read._rate == 0)
            return (null, SoundRefusal.Damaged);
        var units = UInt128.Max(read._length, read._fragments);
        return (new(SoundKind.Mp4, (int)UInt128.Min(units * 1000 / read._rate, int.MaxValue), file), null);
    }

    private void Walk(int begin, int end, int depth)
    {
        var at = begin;
        while (at < end && _isWhole)
        {
            if (end - at < 8)
            {
                _isWhole = false;
                return;
            }

            ulong size = BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
            var head = 8;
            if (size == 1 && end - at >= 16)
                (size, head) = (BinaryPrimitives.ReadUInt64BigEndian(_file.AsSpan(at + 8)), 16);
            else if (size == 0)
                size = (ulong)(end - at);
            if (size < (ulong)head || size > (ulong)(end - at))
            {
                _isWhole = false;
                return;
            }

            Look(System.Text.Encoding.Latin1.GetString(_file, at + 4, 4), at, at + head, at + (int)size, depth);
            at += (int)size;
        }
    }

    private void Look(string type, int at, int begin, int end, int depth)
    {
        var box = _file.AsSpan(begin, end - begin);
        _hasMovie |= type == "moov";
        _hasData |= type == "mdat";
        if (Holders.Contains(type) && depth < Deepest)
            Walk(begin, end, depth + 1);
        else if (type is "udta" or "meta" or "uuid" or "free" or "skip" or "wide")
            Blank(at, begin, end);
        else if (type == "hdlr" && box.Length >= 12)
            (_sounds, _others) = box[8..12].SequenceEqual("soun"u8) ? (_sounds + 1, _others) : (_sounds, _others + 1);
        else if (type == "mdhd")
            ReadLength(box);
        else if (type == "stsd" && box.Length >= 16)
            _aac += box[12..16].SequenceEqual("mp4a"u8) ? 1 : 0;
        else if (type == "trex" && box.Length >= 16)
            _usual = _usualHere = BinaryPrimitives.ReadUInt32BigEndian(box[12..]);
        else if (type == "tfhd" && box.Length >= 8)
            ReadUsual(box);
        else if (type == "trun" && box.Length >= 8)
            ReadRun(box);
    }

    private void Blank(int at, int begin, int end)
    {
        "free"u8.CopyTo(_file.AsSpan(at + 4));
        _file.AsSpan(begin, end - begin).Clear();
    }

    private void ReadLength(ReadOnlySpan<byte> box)
    {
        var isLong = box.Length > 0 && box[0] == 1;
        if (box.Length < (isLong ? 32 : 20))
            return;
        _rate = BinaryPrimitives.ReadUInt32BigEndian(box[(isLong ? 20 : 12)..]);
        _length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(box[24..]) : BinaryPrimitives.ReadUInt32BigEndian(box[16..]);
        // All ones: not known.
        if (_length == (isLong ? ulong.MaxValue : uint.MaxValue))
            _length = 0;
    }

    private void ReadUsual(ReadOnlySpan<byte> box)
    {
        var flags = BinaryPrimitives.ReadUInt32BigEndian(box);
        var at = 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        _usualHere = (flags & 8) != 0 && box.Length >= at + 4 ? BinaryPrimitives.ReadUInt32BigEndian(box[at..]) : _usual;
    }

    private void ReadRun(ReadOnlySpan<byte> box)
    {
        var flags = BinaryPrimitives.ReadUInt32BigEndian(box);
        var count = BinaryPrimitives.ReadUInt32BigEndian(box[4..]);
        if ((flags & 0x100) == 0)
        {
            _fragments += (ulong)count * _usualHere;
            return;
        }

        var row = 4 * System.Numerics.BitOperations.PopCount(flags & 0xF00);
        for (var at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0); count > 0 && box.Length - at >= row; at += row, count--)
            _fragments += BinaryPrimitives.ReadUInt32BigEndian(box[at..]);
    }
}
