namespace CoopMarket.Domain.Stories;

/// <summary>The kinds of files that voices come in.</summary>
public enum SoundKind
{
    /// <summary>Opus in WebM.</summary>
    WebM,

    /// <summary>Opus in Ogg.</summary>
    Ogg,

    /// <summary>AAC in MP4.</summary>
    Mp4,

    /// <summary>MPEG layer III.</summary>
    Mp3,
}

/// <summary>A file of sound as it was taken in.</summary>
/// <param name="Hash">Its part of the address <c>/voices/{hash}.{ending}</c>: 32 hexadecimal digits.</param>
/// <param name="Kind">Read out of the file, never out of its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Milliseconds">How long it is heard.</param>
public sealed record Sound(string Hash, SoundKind Kind, int Bytes, int Milliseconds)
{
    /// <summary>Bytes of the largest file, 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Milliseconds of the longest, 10 minutes.</summary>
    public const int MostMilliseconds = 600_000;
}
