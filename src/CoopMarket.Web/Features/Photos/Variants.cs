using System.Collections.Concurrent;
using System.Globalization;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Where a photo's files lie, and the one way to make a variant: whoever asks for one that is missing waits for the same work.</summary>
internal sealed class Variants(IBlobs blobs, PhotoWorks works) : IDisposable
{
    /// <summary>The folder of all photos.</summary>
    public const string Folder = "media/";

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _making = new(StringComparer.Ordinal);

    // A master waits for its turn in memory: few may.
    private readonly SemaphoreSlim _turns = new(2);

    /// <summary>The key of what is kept of a photo, from which its variants are made. Never served.</summary>
    public static string MasterKey(string hash) => $"{Folder}{hash}/master.jpg";

    /// <summary>The key of a variant; behind a slash, its address.</summary>
    public static string Key(string hash, int width, PhotoFormat format) => string.Create(CultureInfo.InvariantCulture, $"{Folder}{hash}/{width}.{Ending(format)}");

    /// <summary>All variants of a photo, as widths and formats.</summary>
    public static IEnumerable<(int Width, PhotoFormat Format)> Of(int masterWidth)
        => PhotoWidths.Of(masterWidth).SelectMany(width => Enum.GetValues<PhotoFormat>().Select(format => (width, format)));

    public static string Ending(PhotoFormat format) => format switch
    {
        PhotoFormat.Avif => "avif",
        PhotoFormat.WebP => "webp",
        _ => "jpg",
    };

    public static string ContentType(PhotoFormat format) => format == PhotoFormat.Jpeg ? "image/jpeg" : "image/" + Ending(format);

    /// <summary>Whether the photo's master stands.</summary>
    public Task<bool> HasMasterAsync(string hash, CancellationToken cancellationToken) => blobs.Exists(MasterKey(hash), cancellationToken);

    /// <summary>Makes a variant if it is missing; false where there is no master to make it from.</summary>
    /// <param name="hash">The photo.</param>
    /// <param name="width">One of <see cref="PhotoWidths.All"/>.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Gives up waiting; work that has begun goes on for the others.</param>
    /// <exception cref="InvalidDataException">The master is damaged.</exception>
    public async Task<bool> EnsureAsync(string hash, int width, PhotoFormat format, CancellationToken cancellationToken)
    {
        var key = Key(hash, width, format);
        if (await blobs.Exists(key, cancellationToken))
            return true;
        return await _making.GetOrAdd(key, _ => new(() => MakeAsync(key, hash, width, format))).Value.WaitAsync(cancellationToken);
    }

    public void Dispose() => _turns.Dispose();

    private async Task<bool> MakeAsync(string key, string hash, int width, PhotoFormat format)
    {
        await _turns.WaitAsync();
        try
        {
            if (await blobs.Exists(key, CancellationToken.None))
                return true;
            if (await MasterAsync(hash) is not { } master)
                return false;
            using var made = new MemoryStream(await works.Make(master, width, format, CancellationToken.None));
            await blobs.Put(key, made, ContentType(format), CancellationToken.None);
            return true;
        }
        finally
        {
            _making.TryRemove(key, out _);
            _turns.Release();
        }
    }

    private async Task<byte[]?> MasterAsync(string hash)
    {
        await using var master = await blobs.OpenRead(MasterKey(hash), CancellationToken.None);
        if (master is null)
            return null;
        using var bytes = new MemoryStream();
        await master.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
