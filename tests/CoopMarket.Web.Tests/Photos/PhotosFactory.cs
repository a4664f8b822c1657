using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Photos.Jobs;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>Photos for tests of any area.</summary>
internal static class PhotosFactory
{
    private static int _made;

    /// <summary>The bytes of a small JPEG, another at every call.</summary>
    public static byte[] Jpeg(int width = 200, int height = 150)
    {
        var seed = Interlocked.Increment(ref _made);
        using var noise = Image.Gaussnoise(width, height, sigma: 40, mean: 128, seed: seed).Cast(Enums.BandFormat.Uchar);
        using var picture = noise.Bandjoin(noise, noise).Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.JpegsaveBuffer(q: 90);
    }

    /// <summary>Adds a photo through both commands; it is still pending.</summary>
    public static async Task<Outcome<PhotoId>> AddPhotoAsync(this Market market, SellingCoop coop, PhotoSubject subject, byte[]? file = null, PersonId? by = null)
    {
        var taken = await market.TakenInAsync(coop, subject, file, by);
        if (!taken.IsDone)
            return taken.Refusal is { } refusal ? refusal : Outcome<PhotoId>.Invalid(taken.Flaws);
        return await market.SendAsync(taken.Value);
    }

    /// <summary>Takes a photo in; answers the command that adds it.</summary>
    public static async Task<Outcome<AddPhoto.Command>> TakenInAsync(this Market market, SellingCoop coop, PhotoSubject subject, byte[]? file = null, PersonId? by = null)
    {
        using var pictures = new Pictures();
        var actor = Actor.Of(by ?? coop.Manager, "127.0.0.1");
        var taken = await market.SendAsync(new TakeInPhoto.Command(actor, coop.Id, subject, pictures.File(file ?? Jpeg())));
        if (!taken.IsDone)
            return taken.Refusal is { } refusal ? refusal : Outcome<AddPhoto.Command>.Invalid(taken.Flaws);
        return new AddPhoto.Command(actor, coop.Id, subject, taken.Value, new("Củ tỏi đen trên mẹt tre", "Black garlic on a bamboo tray"));
    }

    /// <summary>Makes all variants that are due; answers how many pictures became ready.</summary>
    public static Task<int> DevelopAsync(this Market market) => market.Services.GetRequiredService<MakeVariants>().RunAsync(CancellationToken.None);

    /// <summary>The keys of all stored files.</summary>
    public static async Task<List<string>> KeysAsync(this Market market)
    {
        List<string> keys = [];
        await foreach (var blob in market.Services.GetRequiredService<IBlobs>().List(Variants.Folder, CancellationToken.None))
            keys.Add(blob.Key);
        return keys;
    }
}
