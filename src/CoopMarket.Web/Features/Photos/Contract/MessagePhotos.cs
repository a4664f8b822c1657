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
/// The photos of messages between a buyer and a cooperative. They have no public address: whoever may read the message asks for them
/// through its page. One that was taken in before its message could be sent comes back with the form under the market's keys.
/// </summary>
internal sealed class MessagePhotos(MarketDb db, Masters masters, Variants variants, IBlobs blobs, IDataProtectionProvider protection, MarketSettings market, TimeProvider time, Ids ids)
{
    /// <summary>Photos of one message.</summary>
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

    /// <summary>Puts what was taken in beside a message that is being written.</summary>
    public void Attach(QuestionMessageId message, IEnumerable<string> kept)
    {
        List<Photo> row = [];
        foreach (var picture in kept.Select(Open).OfType<Picture>().DistinctBy(p => p.Hash).Take(Most))
            row.Add(Photo.Add(ids.New<PhotoId>(), null, message, picture, LocalizedText.Empty, row, standing: true, time.Now()));
        db.AddRange(row);
    }

    /// <summary>The photos of each message, in their order.</summary>
    public async Task<ILookup<QuestionMessageId, MessagePhoto>> OfAsync(IReadOnlyCollection<QuestionMessageId> messages, CancellationToken cancellationToken)
    {
        var asked = messages.Select(m => m.Value).ToList();
        var photos = await db.Set<Photo>().AsNoTracking().Where(p => p.SubjectKind == PhotoSubjectKind.Message && asked.Contains(p.SubjectId) && p.RemovedAt == null)
            .OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return photos.ToLookup(p => new QuestionMessageId(p.SubjectId), p => new MessagePhoto(p.Id, PhotoWidths.Shown(Small, p.Width), Math.Max(1, p.Height * PhotoWidths.Shown(Small, p.Width) / p.Width)));
    }

    /// <summary>Takes away the photos of messages; a day later their files are swept.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<QuestionMessageId> messages, CancellationToken cancellationToken)
    {
        var asked = messages.Select(m => m.Value).ToList();
        foreach (var photo in await db.Set<Photo>().Where(p => p.SubjectKind == PhotoSubjectKind.Message && asked.Contains(p.SubjectId)).ToListAsync(cancellationToken))
            photo.Remove(time.Now());
    }

    /// <summary>Beside which message a photo stands; null where beside none.</summary>
    public async Task<QuestionMessageId?> MessageOfAsync(PhotoId photo, CancellationToken cancellationToken)
        => await db.Set<Photo>().Where(p => p.Id == photo && p.SubjectKind == PhotoSubjectKind.Message && p.RemovedAt == null).Select(p => (Guid?)p.SubjectId).FirstOrDefaultAsync(cancellationToken) is { } id
            ? new(id)
            : null;

    /// <summary>A photo of a message as a JPEG; null where there is none. Whether its reader may see it is the asker's business.</summary>
    /// <param name="small">As it stands in the thread; else alone.</param>
    public async Task<byte[]?> ReadAsync(PhotoId photo, bool small, CancellationToken cancellationToken)
        => await db.Set<Photo>().Where(p => p.Id == photo && p.SubjectKind == PhotoSubjectKind.Message && p.RemovedAt == null).Select(p => p.Hash).FirstOrDefaultAsync(cancellationToken) is { } hash
            && await variants.EnsurePrivateAsync(hash, small ? Small : Large, cancellationToken) is { } key && await blobs.OpenRead(key, cancellationToken) is { } file
            ? await BytesAsync(file, cancellationToken)
            : null;

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

/// <summary>A photo of a message.</summary>
/// <param name="Width">Pixels, as it stands in the thread.</param>
/// <param name="Height">Pixels, as it stands in the thread.</param>
internal sealed record MessagePhoto(PhotoId Id, int Width, int Height);
