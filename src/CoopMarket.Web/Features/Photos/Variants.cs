using System.Globalization;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Where a photo's files lie, and the one way to make a variant: whoever asks for one that is missing waits for the same work.</summary>
internal sealed class Variants(IBlobs blobs, PhotoWorks works, PhotoMasters masters) : IDisposable
{
    /// <summary>The folder of all photos.</summary>
    public const string Folder = "media/";

    /// <summary>What stands behind the width in the names of variants for readers who save data.</summary>
    public const string LightMark = "-light";

    // A master waits for its turn in memory: few may.
    private readonly SharedWork<bool> _making = new(atOnce: 2);

    /// <summary>The name of the one file that stands in a film's place.</summary>
    public const string PosterFile = "poster.webp";

    /// <summary>The key of what is kept of a photo, from which its variants are made. Never served.</summary>
    public static string MasterKey(string hash) => $"{Folder}{hash}/master.jpg";

    /// <summary>The key of a variant; behind a slash, its address.</summary>
    public static string Key(string hash, int width, PhotoFormat format, bool isLight = false)
        => string.Create(CultureInfo.InvariantCulture, $"{Folder}{hash}/{width}{(isLight ? LightMark : "")}.{Ending(format)}");

    /// <summary>The key of the file that stands in a film's place; behind a slash, its address.</summary>
    public static string PosterKey(string hash) => $"{Folder}{hash}/{PosterFile}";

    /// <summary>Whether a file of a photo has an address: all have but its master and what is made for one reader alone.</summary>
    public static bool IsPublic(string key) => !key.EndsWith("/master.jpg", StringComparison.Ordinal) && !key.Contains("/private-", StringComparison.Ordinal);

    /// <summary>
    /// All variants of a photo that every ready photo has. Those for readers who save data (<see cref="LightOf"/>) are made with
    /// them; a photo that stood before there were such gets them when the first such reader asks.
    /// </summary>
    public static IEnumerable<(int Width, PhotoFormat Format)> Of(int masterWidth)
        => PhotoWidths.Of(masterWidth).SelectMany(width => Enum.GetValues<PhotoFormat>().Select(format => (width, format)));

    /// <summary>The variants of a photo for readers who save data.</summary>
    public static IEnumerable<(int Width, PhotoFormat Format)> LightOf(int masterWidth) => Of(masterWidth).Where(v => v.Width <= PhotoWidths.Light);

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
    /// <param name="isLight">Whether it is for readers who save data.</param>
    /// <exception cref="InvalidDataException">The master is damaged.</exception>
    public async Task<bool> EnsureAsync(string hash, int width, PhotoFormat format, CancellationToken cancellationToken, bool isLight = false)
    {
        var key = Key(hash, width, format, isLight);
        if (await blobs.Exists(key, cancellationToken))
            return true;
        return await _making.OfAsync(
            key, () => MakeAsync(key, hash, format, master => works.Make(master, width, format, isLight ? PhotoQuality.LightOf(format) : PhotoQuality.Of(format), CancellationToken.None)), cancellationToken);
    }

    /// <summary>The same for the file that stands in a film's place.</summary>
    /// <param name="hash">The photo.</param>
    /// <param name="cancellationToken">Gives up waiting; work that has begun goes on for the others.</param>
    /// <exception cref="InvalidDataException">The master is damaged.</exception>
    public async Task<bool> EnsurePosterAsync(string hash, CancellationToken cancellationToken)
    {
        var key = PosterKey(hash);
        return await blobs.Exists(key, cancellationToken)
            || await _making.OfAsync(key, () => MakeAsync(key, hash, PhotoFormat.WebP, master => works.Poster(master, CancellationToken.None)), cancellationToken);
    }

    /// <summary>
    /// The key of a JPEG of a photo without a public address, made if it is missing; null where there is no master to make it from.
    /// No address of the shop names such a file.
    /// </summary>
    /// <exception cref="InvalidDataException">The master is damaged.</exception>
    public async Task<string?> EnsurePrivateAsync(string hash, int width, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Folder}{hash}/private-{width}.{Ending(PhotoFormat.Jpeg)}");
        return await blobs.Exists(key, cancellationToken) || await _making.OfAsync(key, () => MakeAsync(
            key, hash, PhotoFormat.Jpeg, master => works.Make(master, width, PhotoFormat.Jpeg, PhotoQuality.Of(PhotoFormat.Jpeg), CancellationToken.None)), cancellationToken)
            ? key
            : null;
    }

    /// <summary>How heavy the AVIF files of a photo are that stand: see <see cref="Domain.Photos.Photo.Weights"/>.</summary>
    public async Task<string> WeighAsync(string hash, CancellationToken cancellationToken)
    {
        List<string> weights = [];
        await foreach (var blob in blobs.List($"{Folder}{hash}/", cancellationToken))
            if (blob.Key.EndsWith("." + Ending(PhotoFormat.Avif), StringComparison.Ordinal))
                weights.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(blob.Key)}:{blob.Bytes}"));
        weights.Sort(StringComparer.Ordinal);
        return string.Join(' ', weights);
    }

    public void Dispose() => _making.Dispose();

    private async Task<bool> MakeAsync(string key, string hash, PhotoFormat format, Func<byte[], Task<byte[]>> make)
    {
        if (await blobs.Exists(key, CancellationToken.None))
            return true;
        if (await masters.ReadAsync(hash, CancellationToken.None) is not { } master)
            return false;
        using var made = new MemoryStream(await make(master));
        await blobs.Put(key, made, ContentType(format), CancellationToken.None);
        return true;
    }
}
