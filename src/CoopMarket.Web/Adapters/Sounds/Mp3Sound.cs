using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Adapters.Sounds;

/// <summary>MPEG layer III (ISO/IEC 11172-3, 13818-3): frame after frame. Only the frames are kept, so that what stood before and behind them (ID3, APE) is gone.</summary>
internal static class Mp3Sound
{
    // Signs before the first frame, and remarks behind the last: a cover picture stands before.
    private const int MostBefore = 4_096;
    private const int MostBehind = 256 * 1024;
    private const int Fewest = 3;
    private const int HeadLength = 4;

    private static readonly int[] Rates = [44_100, 48_000, 32_000];
    private static readonly int[] Bits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] BitsOfLower = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    /// <summary>Whether a frame of layer III begins here.</summary>
    public static bool IsFrame(ReadOnlySpan<byte> file) => Frame(file) is not null;

    public static (SoundFile? File, SoundRefusal? Refusal) Read(byte[] file)
    {
        var at = AfterRemarks(file);
        var first = -1;
        for (var tried = at; tried < Math.Min(at + MostBefore, file.Length); tried++)
            if (Frame(file.AsSpan(tried)) is { } begins && Frame(file.AsSpan(Math.Min(tried + begins.Length, file.Length))) is not null)
            {
                first = tried;
                break;
            }

        if (first < 0)
            return (null, SoundRefusal.NotASound);
        var (frames, microseconds) = (0, 0L);
        at = first;
        while (Frame(file.AsSpan(at)) is { } frame && frame.Length <= file.Length - at)
            (at, frames, microseconds) = (at + frame.Length, frames + 1, microseconds + frame.Microseconds);
        if (frames < Fewest || file.Length - at > MostBehind)
            return (null, SoundRefusal.Damaged);
        return (new(SoundKind.Mp3, (int)(microseconds / 1000), file[first..at]), null);
    }

    // ID3v2 says its length in four times seven bits; there may be several.
    private static int AfterRemarks(ReadOnlySpan<byte> file)
    {
        const int head = 10;
        var at = 0;
        while (file.Length - at >= head && file[at..].StartsWith("ID3"u8))
        {
            var length = (file[at + 6] & 0x7F) << 21 | (file[at + 7] & 0x7F) << 14 | (file[at + 8] & 0x7F) << 7 | (file[at + 9] & 0x7F);
            at = (int)Math.Min(file.Length, (long)at + head + length + ((file[at + 5] & 0x10) != 0 ? head : 0));
        }

        return at;
    }

    private static (int Length, int Microseconds)? Frame(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadLength || file[0] != 0xFF || (file[1] & 0xE0) != 0xE0)
            return null;
        var (version, layer, bits, rate, padding) = (file[1] >> 3 & 3, file[1] >> 1 & 3, file[2] >> 4, file[2] >> 2 & 3, file[2] >> 1 & 1);
        // Version 1 is reserved; layer III is written 1.
        if (version == 1 || layer != 1 || bits is 0 or 15 || rate == 3)
            return null;
        var isFirst = version == 3;
        var hertz = Rates[rate] >> (isFirst ? 0 : version == 2 ? 1 : 2);
        var samples = isFirst ? 1152 : 576;
        return ((samples / 8 * (isFirst ? Bits : BitsOfLower)[bits] * 1000 / hertz) + padding, (int)(samples * 1_000_000L / hertz));
    }
}
