using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos.Contract;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Of what there is a picture for links.</summary>
internal enum LinkedKind
{
    Product,
    Story,
    Cooperative,

    /// <summary>Whose labels lead to a page of their own.</summary>
    Lot,
}

/// <summary>
/// The picture that other places show beside a link to a product, a story, a cooperative or a label's page: a photo, a name, a line below
/// and the band of the cooperative.
/// Its address is a hash of all that is drawn, so whatever changes there gives another picture at another address.
/// </summary>
/// <param name="Kind">Of what.</param>
/// <param name="Id">Of which.</param>
/// <param name="Photo">The hash of the photo.</param>
/// <param name="Title">Its name; drawn in Vietnamese.</param>
/// <param name="Below">Whose it is; of a cooperative what it says of itself. Drawn in Vietnamese.</param>
/// <param name="Seller">Whose band is drawn.</param>
internal sealed record LinkPicture(LinkedKind Kind, Guid Id, string Photo, LocalizedText Title, LocalizedText Below, Seller Seller)
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
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Design, Photo, Title.Vi, Below.Vi, Seller.Band, Seller.BandTurn))))[..32];

    /// <summary>The folder of those of one thing: the present one, and for a while those before it.</summary>
    public static string FolderOf(LinkedKind kind, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Folder}{Letter(kind)}-{id:N}/");

    /// <summary>A product's; null until its photo can be shown.</summary>
    public static LinkPicture? Of(ProductId product, LocalizedText name, Seller seller, PhotoView? photo)
        => photo is { IsReady: true } ? new(LinkedKind.Product, product.Value, photo.Hash, name, seller.Name, seller) : null;

    /// <summary>A story's; null until its photo can be shown.</summary>
    public static LinkPicture? Of(StoryId story, LocalizedText title, Seller seller, PhotoView? photo)
        => photo is { IsReady: true } ? new(LinkedKind.Story, story.Value, photo.Hash, title, seller.Name, seller) : null;

    /// <summary>A cooperative's; null until its photo, or that of one of its goods, can be shown.</summary>
    public static LinkPicture? Of(Cooperative cooperative, PhotoView? photo) => photo is not { IsReady: true } ? null : new(
        LinkedKind.Cooperative, cooperative.Id.Value, photo.Hash, cooperative.Name,
        cooperative.Line.Has("vi") ? cooperative.Line : new(cooperative.Commune.Length > 0 ? cooperative.Commune : cooperative.LegalName),
        new(cooperative.Id, cooperative.Slug, cooperative.Name, cooperative.BandTurn));

    /// <summary>That of a label's page; null until the product's photo can be shown, and for a lot that was called back: nobody shall be drawn to it.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="name">The product's.</param>
    /// <param name="seller">Whose it is.</param>
    /// <param name="photo">The product's, where it may be told of.</param>
    public static LinkPicture? Of(Lot lot, LocalizedText name, Seller seller, PhotoView? photo)
        => photo is { IsReady: true } && lot.RecalledAt is null ? new(LinkedKind.Lot, lot.Id.Value, photo.Hash, name, seller.Name, seller) : null;

    /// <summary>What is to be seen, for those who don't see it.</summary>
    public string Alt(string language) => $"{Title.In(language)}, {Below.In(language)}";

    private static char Letter(LinkedKind kind) => kind switch
    {
        LinkedKind.Product => 'p',
        LinkedKind.Story => 's',
        LinkedKind.Cooperative => 'c',
        LinkedKind.Lot => 'l',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
