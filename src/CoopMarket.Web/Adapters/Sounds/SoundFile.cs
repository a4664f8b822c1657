using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Adapters.Sounds;

/// <summary>Why a file isn't taken.</summary>
internal enum SoundRefusal
{
    Empty,
    TooManyBytes,
    TooLong,

    /// <summary>Nothing is heard in it, or less than half a second.</summary>
    TooShort,

    /// <summary>A film.</summary>
    Video,

    /// <summary>Sound, but packed in a way that not every browser plays.</summary>
    OtherSound,

    /// <summary>No sound at all.</summary>
    NotASound,

    /// <summary>Cut off on its way, or broken.</summary>
    Damaged,
}

/// <summary>
/// Tells what an uploaded file of sound is, how long it is heard, and takes out what it says of itself beside the sound: titles, names,
/// places. It plays nothing and believes no number: every reader walks forward through the bytes that are there.
/// </summary>
/// <param name="Kind">Read out of its content.</param>
/// <param name="Milliseconds">How long it is heard.</param>
/// <param name="Content">The file without what it said of itself.</param>
internal sealed record SoundFile(SoundKind Kind, int Milliseconds, byte[] Content)
{
    private const int Shortest = 500;

    /// <summary>Reads a file that lies in memory whole; exactly one of the two answers is given.</summary>
    /// <param name="file">May be changed; at most one byte longer than the largest file.</param>
    public static (SoundFile? File, SoundRefusal? Refusal) Read(byte[] file)
    {
        if (file.Length == 0)
            return (null, SoundRefusal.Empty);
        if (file.Length > Sound.MostBytes)
            return (null, SoundRefusal.TooManyBytes);
        var read = KindOf(file) switch
        {
            SoundKind.WebM => WebMSound.Read(file),
            SoundKind.Ogg => OggSound.Read(file),
            SoundKind.Mp4 => Mp4Sound.Read(file),
            SoundKind.Mp3 => Mp3Sound.Read(file),
            _ => (null, IsOther(file) ? SoundRefusal.OtherSound : SoundRefusal.NotASound),
        };
        if (read.File is not { } sound)
            return read;
        if (sound.Milliseconds > Sound.MostMilliseconds)
            return (null, SoundRefusal.TooLong);
        return sound.Milliseconds < Shortest ? (null, SoundRefusal.TooShort) : read;
    }

    /// <summary>What browsers are told that it is.</summary>
    public static string ContentType(SoundKind kind) => kind switch
    {
        SoundKind.WebM => "audio/webm",
        SoundKind.Ogg => "audio/ogg",
        SoundKind.Mp4 => "audio/mp4",
        _ => "audio/mpeg",
    };

    /// <summary>The end of its address.</summary>
    public static string Ending(SoundKind kind) => kind switch
    {
        SoundKind.WebM => "webm",
        SoundKind.Ogg => "ogg",
        SoundKind.Mp4 => "m4a",
        _ => "mp3",
    };

    private static SoundKind? KindOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]))
            return SoundKind.WebM;
        if (file.StartsWith("OggS"u8))
            return SoundKind.Ogg;
        if (file.Length >= 12 && file[4..8].SequenceEqual("ftyp"u8))
            return SoundKind.Mp4;
        return file.StartsWith("ID3"u8) || Mp3Sound.IsFrame(file) ? SoundKind.Mp3 : null;
    }

    // Recordings of other devices: WAV, FLAC, AMR, AIFF, AAC without a box around it, Windows Media.
    private static bool IsOther(ReadOnlySpan<byte> file)
        => (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WAVE"u8)) || file.StartsWith("fLaC"u8) || file.StartsWith("#!AMR"u8) || file.StartsWith("FORM"u8)
            || file.StartsWith<byte>([0xFF, 0xF1]) || file.StartsWith<byte>([0xFF, 0xF9]) || file.StartsWith<byte>([0x30, 0x26, 0xB2, 0x75]);
}
