using System.Security.Cryptography;
using System.Text.Json;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos.Contract;

/// <summary>
/// The photos of messages between a buyer and a cooperative, and of complaints. They have no public address: whoever may read the words asks
/// for them through their page. One that was taken in before its words could be sent comes back with the form under the market's keys.
/// </summary>
internal sealed class MessagePhotos(MarketDb db, Masters masters, Variants variants, IBlobs blobs, IDataProtectionProvider protection, MarketSettings market, TimeProvider time, Ids ids)
{
    /// <summary>Photos of one message, or of one complaint.</summary>
    public const int Most = Photo.MostOfMessage;

    /// <summary>The sides of what is shown, in pixels at most: in a thread, and alone.</summary>
    private const int Small = 320, Large = 1280;

    private readonly IDataProtector _seal = protection.CreateProtector("photos.message");

    /// <summary>Takes in the files that were sent with a form and adds them to those it keeps; outside any transaction.</summary>
    /// <param name="kept">Those taken in before, sealed; what is no longer there is taken out.</param>
    public async Task<Outcome> TakeInAsync(List<string> kept, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        List<string> standing = [];
        foreach (var one in kept.Take(Most))
            if (Open(one) is { } picture && await variants.HasMasterAsync(picture.Hash, cancellationToken))
                standing.Add(one);
        kept.Clear();
        kept.AddRange(standing);
        if (kept.Count + files.Count > Most)
            return new TooManyPhotos(Most);
        foreach (var file in files)
        {
            await using var incoming = await IncomingFile.SaveAsync(file, market, cancellationToken);
            var (picture, why) = await masters.TakeInAsync(incoming.Path, cancellationToken);
            if (picture is null)
                return Outcome.Invalid("files", "photos.refused." + why);
            kept.Add(_seal.Protect(JsonSerializer.Serialize(picture, Json.Options)));
        }

        return Outcome.Done;
    }

    /// <summary>Puts what was taken in beside what is being written.</summary>
    public void Attach(PhotoSubject beside, IEnumerable<string> kept)
    {
        List<Photo> row = [];
        foreach (var picture in kept.Select(Open).OfType<Picture>().DistinctBy(p => p.Hash).Take(Most))
            row.Add(Photo.Add(ids.New<PhotoId>(), null, beside, picture, LocalizedText.Empty, row, standing: true, time.Now()));
        db.AddRange(row);
    }

    /// <summary>The photos beside each, in their order.</summary>
    public async Task<ILookup<PhotoSubject, MessagePhoto>> OfAsync(IEnumerable<PhotoSubject> beside, CancellationToken cancellationToken)
    {
        var asked = beside.Select(s => s.Id).ToList();
        var photos = await Private().AsNoTracking().Where(p => asked.Contains(p.SubjectId) && p.RemovedAt == null).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return photos.ToLookup(p => p.Subject, p => new MessagePhoto(p.Id, PhotoWidths.Shown(Small, p.Width), Math.Max(1, p.Height * PhotoWidths.Shown(Small, p.Width) / p.Width)));
    }

    /// <summary>Takes away the photos beside each; a day later their files are swept.</summary>
    public async Task RemoveAsync(IEnumerable<PhotoSubject> beside, CancellationToken cancellationToken)
    {
        var asked = beside.Select(s => s.Id).ToList();
        foreach (var photo in await Private().Where(p => asked.Contains(p.SubjectId)).ToListAsync(cancellationToken))
            photo.Remove(time.Now());
    }

    /// <summary>Beside what a photo stands; null where beside nothing.</summary>
    public async Task<PhotoSubject?> BesideAsync(PhotoId photo, CancellationToken cancellationToken)
        => await Private().AsNoTracking().FirstOrDefaultAsync(p => p.Id == photo && p.RemovedAt == null, cancellationToken) is { } found ? found.Subject : null;

    /// <summary>A photo as a JPEG; null where there is none. Whether its reader may see it is the asker's business.</summary>
    /// <param name="small">As it stands beside the words; else alone.</param>
    public async Task<byte[]?> ReadAsync(PhotoId photo, bool small, CancellationToken cancellationToken)
        => await Private().Where(p => p.Id == photo && p.RemovedAt == null).Select(p => p.Hash).FirstOrDefaultAsync(cancellationToken) is { } hash
            && await variants.EnsurePrivateAsync(hash, small ? Small : Large, cancellationToken) is { } key && await blobs.OpenRead(key, cancellationToken) is { } file
            ? await BytesAsync(file, cancellationToken)
            : null;

    private IQueryable<Photo> Private() => db.Set<Photo>().Where(p => PhotoSubject.Private.Contains(p.SubjectKind));

    private static async Task<byte[]> BytesAsync(Stream file, CancellationToken cancellationToken)
    {
        await using var open = file;
        using var bytes = new MemoryStream();
        await open.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    // Null where it is nothing that was sealed here, or the keys were lost since.
    private Picture? Open(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<Picture>(_seal.Unprotect(kept), Json.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>A photo beside words.</summary>
/// <param name="Width">Pixels, as it stands beside them.</param>
/// <param name="Height">Pixels, as it stands beside them.</param>
internal sealed record MessagePhoto(PhotoId Id, int Width, int Height);
