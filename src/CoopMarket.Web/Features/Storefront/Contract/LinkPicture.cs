using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos.Contract;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Of what there is a picture for links.</summary>
internal enum LinkedKind
{
    Product,
    Story,
}

/// <summary>
/// The picture that other places show beside a link to a product or a story: its photo, its name, its cooperative and the band of it.
/// Its address is a hash of all that is drawn, so whatever changes there gives another picture at another address.
/// </summary>
/// <param name="Kind">Of what.</param>
/// <param name="Id">Of which.</param>
/// <param name="Photo">The hash of the photo.</param>
/// <param name="Title">Its name; drawn in Vietnamese.</param>
/// <param name="Seller">Whose it is.</param>
internal sealed record LinkPicture(LinkedKind Kind, Guid Id, string Photo, LocalizedText Title, Seller Seller)
{
    /// <summary>The folder of all of them.</summary>
    public const string Folder = "previews/";

    /// <summary>Pixels.</summary>
    public const int Width = LinkDrawing.Width;

    /// <summary>Pixels.</summary>
    public const int Height = LinkDrawing.Height;

    // Another one where the drawing itself changes.
    private const string Design = "1";

    /// <summary>Its file's key.</summary>
    public string Key => $"{FolderOf(Kind, Id)}{Hash}.jpg";

    /// <summary>Its address from the root.</summary>
    public string Path => "/" + Key;

    /// <summary>The name of its file: 128 bits of all that is drawn.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Design, Photo, Title.Vi, Maker, Seller.Band, Seller.BandTurn))))[..32];

    /// <summary>Who makes it, as it is drawn.</summary>
    public string Maker => Seller.Name.Vi;

    /// <summary>The folder of those of one thing: the present one, and for a while those before it.</summary>
    public static string FolderOf(LinkedKind kind, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Folder}{(kind == LinkedKind.Product ? 'p' : 's')}-{id:N}/");

    /// <summary>A product's; null until its photo can be shown.</summary>
    public static LinkPicture? Of(ProductId product, LocalizedText name, Seller seller, PhotoView? photo)
        => photo is { IsReady: true } ? new(LinkedKind.Product, product.Value, photo.Hash, name, seller) : null;

    /// <summary>A story's; null until its photo can be shown.</summary>
    public static LinkPicture? Of(StoryId story, LocalizedText title, Seller seller, PhotoView? photo)
        => photo is { IsReady: true } ? new(LinkedKind.Story, story.Value, photo.Hash, title, seller) : null;

    /// <summary>What is to be seen, for those who don't see it.</summary>
    public string Alt(string language) => $"{Title.In(language)}, {Seller.Name.In(language)}";
}
