namespace CoopMarket.Web.Adapters.Blobs;

/// <summary>
/// The names of stored files: folders and a file, parted by slashes, of <c>a-z 0-9 . _ -</c>. No part begins or ends with a dot,
/// so a key never leaves its store, names no hidden file and means the same on every file system.
/// </summary>
internal static class BlobKey
{
    private const int Longest = 200;

    /// <summary>Gives the key back.</summary>
    /// <exception cref="ArgumentException">It is no key. Keys are made by the program, so this is a mistake in it.</exception>
    public static string Checked(string key) => IsKey(key) ? key : throw new ArgumentException("This isn't the key of a blob.", nameof(key));

    /// <summary>The media type that goes with a key's ending; papers have none, their rows know what they are.</summary>
    public static string ContentType(string key) => Path.GetExtension(key) switch
    {
        ".jpg" => "image/jpeg",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".webm" => "audio/webm",
        ".ogg" => "audio/ogg",
        ".m4a" => "audio/mp4",
        ".mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    };

    /// <summary>Gives the prefix back.</summary>
    /// <exception cref="ArgumentException">It is neither empty nor a folder with its slash.</exception>
    public static string CheckedPrefix(string prefix) =>
        prefix.Length == 0 || (prefix.EndsWith('/') && IsKey(prefix[..^1]))
            ? prefix
            : throw new ArgumentException("This isn't the prefix of a blob's key.", nameof(prefix));

    private static bool IsKey(string key) => key.Length <= Longest && key.Split('/').All(IsPart);

    private static bool IsPart(string part) =>
        part.Length > 0
        && part[0] != '.'
        && part[^1] != '.'
        && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '_' or '-');
}
