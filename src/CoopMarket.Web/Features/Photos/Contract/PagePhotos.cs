using System.Globalization;
using CoopMarket.Web.Adapters.Images;

namespace CoopMarket.Web.Features.Photos.Contract;

/// <summary>
/// What the page that is being made knows of its photos once its body stands: which is fetched first, and how heavy they are with
/// and without saving data. Layouts are made after the body, so the head and the foot of a page can ask.
/// </summary>
internal sealed class PagePhotos
{
    private int _unknown;

    private PagePhotos()
    {
    }

    /// <summary>The first photo that is fetched before others: its AVIF files as in <c>srcset</c>, and how wide it is laid, empty where there is one file; null: none.</summary>
    public (string Files, string Sizes)? First { get; private set; }

    /// <summary>Bytes of all the page's photos as AVIF, as readers who save data are sent them.</summary>
    public long Light { get; private set; }

    /// <summary>Bytes of the same on a phone 360 points wide with two pixels to a point that doesn't save data.</summary>
    public long Usual { get; private set; }

    /// <summary>Whether there are photos, and the weight of each is known, and saving saves as much as is worth a sentence, 4 KB.</summary>
    public bool IsWeighed => _unknown == 0 && Usual - Light >= 4_096;

    /// <summary>Those of the running request.</summary>
    public static PagePhotos Of(HttpContext context)
    {
        if (context.Items[typeof(PagePhotos)] is not PagePhotos photos)
            context.Items[typeof(PagePhotos)] = photos = new();
        return photos;
    }

    /// <summary>What is drawn from now on notes its photos on a sheet of its own, until this page goes on (<see cref="GoOn"/>): for what is drawn once and shown again.</summary>
    public static PagePhotos Apart(HttpContext context)
    {
        PagePhotos apart = new();
        context.Items[typeof(PagePhotos)] = apart;
        return apart;
    }

    /// <summary>What is drawn from now on notes its photos here again.</summary>
    public void GoOn(HttpContext context) => context.Items[typeof(PagePhotos)] = this;

    /// <summary>Notes all that stands on another sheet.</summary>
    public void Add(PagePhotos other)
    {
        First ??= other.First;
        (Usual, Light, _unknown) = (Usual + other.Usual, Light + other.Light, _unknown + other._unknown);
    }

    /// <summary>Notes which photo is fetched first; the first one said stays.</summary>
    public void Lead(string files, string sizes) => First ??= (files, sizes);

    /// <summary>Weighs a photo of the page.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="sizes">How wide it is laid.</param>
    /// <param name="most">The widest file that is offered to who doesn't save data, in pixels.</param>
    /// <param name="light">The width that readers who save data are sent; null where they are shown none.</param>
    public void Weigh(PhotoView photo, string sizes, int most, int? light)
    {
        List<int> widths = [.. PhotoWidths.Of(photo.Width).Where((w, index) => index == 0 || w <= most)];
        var pixels = PhotoSlot.PhonePixels(sizes);
        // A browser takes the narrower of two files up to the geometric mean of their widths (Chromium's own rule).
        var usual = Weight(photo, widths.Where((w, index) => index + 1 == widths.Count || (long)pixels * pixels <= (long)w * widths[index + 1]).First(), "");
        var saved = light is { } width ? Weight(photo, width, Variants.LightMark) : 0;
        if (usual is null || saved is null)
            _unknown++;
        Usual += usual ?? 0;
        Light += saved ?? 0;
    }

    private static long? Weight(PhotoView photo, int width, string mark)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{width}{mark}:");
        foreach (var part in photo.Weights.AsSpan().Split(' '))
            if (photo.Weights.AsSpan(part).StartsWith(name, StringComparison.Ordinal))
                return long.Parse(photo.Weights.AsSpan(part)[name.Length..], CultureInfo.InvariantCulture);
        return null;
    }
}
