using CoopMarket.Web.Adapters.Blobs;

namespace CoopMarket.Web.Features.Photos.Contract;

/// <summary>What is kept of photos: from it variants are made, and pictures are drawn around it.</summary>
internal sealed class PhotoMasters(IBlobs blobs)
{
    /// <summary>The bytes of a photo's master; null where there is none.</summary>
    public async Task<byte[]?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        await using var master = await blobs.OpenRead(Variants.MasterKey(hash), cancellationToken);
        if (master is null)
            return null;
        using var bytes = new MemoryStream();
        await master.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
