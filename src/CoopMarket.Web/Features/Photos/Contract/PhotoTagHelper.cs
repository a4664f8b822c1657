using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoopMarket.Web.Features.Photos.Contract;

/// <summary>
/// <c>&lt;photo of="@cover" sizes="(min-width: 48rem) 25vw, 50vw" band="@coop.Id" turn="coop.BandTurn" lead /&gt;</c>: a photo in
/// all widths and formats; its colors until they stand; the cooperative's cloth where there is none.
/// Readers who save data get one file of 320 px at most, made lighter. What must stay to be seen stays where the photo is cut.
/// </summary>
[HtmlTargetElement("photo", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PhotoTagHelper : TagHelper
{
    private const int Usual = 640;
    private const int Tenth = 10;

    /// <summary>The photo; null where there is none.</summary>
    public PhotoView? Of { get; set; }

    /// <summary>How wide it is laid, as in the attribute of HTML.</summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>The widest variant worth sending here, in pixels.</summary>
    public int Most { get; set; } = 1280;

    /// <summary>The same for readers who save data.</summary>
    public int Light { get; set; } = PhotoWidths.Light;

    /// <summary>The first thing seen on the page: loaded at once and before others.</summary>
    public bool Lead { get; set; }

    /// <summary>The cooperative's id, for the cloth; the market's own where it is left out.</summary>
    public string Band { get; set; } = Drawings.MarketBand;

    /// <summary>The turn of the cooperative's band.</summary>
    public int Turn { get; set; }

    /// <summary>What is to be seen, where the photo's own words don't fit the place; empty where the words stand beside it.</summary>
    public string? Alt { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Of switch
        {
            null => Cloth(),
            { IsReady: false } waiting => Colors(waiting),
            { } ready => Picture(ready),
        });
    }

    private HtmlEncoder Encoder => ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>();

    private string Cloth()
    {
        var fill = ViewContext.HttpContext.RequestServices.GetRequiredService<Drawings>().Band(Band, Turn);
        return $"<svg class=\"bare\" viewBox=\"-30 0 60 60\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\"><path fill=\"{fill}\" d=\"M-30 0h60v60h-60z\"/></svg>";
    }

    private string Colors(PhotoView photo)
        => $"<img class=\"bare\" alt=\"{Words(photo)}\" src=\"data:image/gif;base64,{Convert.ToBase64String(PhotoColors.Parse(photo.Colors).ToGif())}\">";

    private string Picture(PhotoView photo)
    {
        var services = ViewContext.HttpContext.RequestServices;
        var saves = PublicCache.SavesData(ViewContext.HttpContext.Request, services.GetRequiredService<MarketCookies>());
        List<int> widths = [.. PhotoWidths.Of(photo.Width)];
        var light = widths.LastOrDefault(w => w <= Math.Min(Math.Min(Light, Most), PhotoWidths.Light), widths[0]);
        var usual = saves ? light : widths.LastOrDefault(w => w <= Math.Min(Most, Usual), widths[0]);
        var page = PagePhotos.Of(ViewContext.HttpContext);
        page.Weigh(photo, Sizes, Most, light);
        widths = saves ? [light] : [.. widths.Where((w, index) => index == 0 || w <= Most)];
        var told = widths.Count == 1 ? "" : PhotoSlot.Told(Sizes);
        var sizes = widths.Count == 1 ? "" : $" sizes=\"{Encoder.Encode(told)}\"";
        if (Lead)
            page.Lead(Set(photo, widths, PhotoFormat.Avif, saves), told);
        var html = new StringBuilder("<picture>");
        foreach (var format in (PhotoFormat[])[PhotoFormat.Avif, PhotoFormat.WebP])
            html.Append(CultureInfo.InvariantCulture, $"<source type=\"{Variants.ContentType(format)}\" srcset=\"{Set(photo, widths, format, saves)}\"{sizes}>");
        // Browsers that know neither are old and few: one width for them spares all others a third of these lines.
        html.Append(CultureInfo.InvariantCulture, $"<img src=\"/{Variants.Key(photo.Hash, usual, PhotoFormat.Jpeg, saves)}\"");
        if (photo.Spot != Focus.Center)
            html.Append(CultureInfo.InvariantCulture, $" class=\"fx{Tenths(photo.Spot.X)} fy{Tenths(photo.Spot.Y)}\"");
        var shown = PhotoWidths.Shown(usual, photo.Width);
        html.Append(CultureInfo.InvariantCulture, $" width=\"{shown}\" height=\"{Math.Max(1, (int)(((long)photo.Height * shown + photo.Width / 2) / photo.Width))}\"");
        html.Append(Lead ? " fetchpriority=\"high\"" : " loading=\"lazy\" decoding=\"async\"");
        return html.Append(CultureInfo.InvariantCulture, $" alt=\"{Words(photo)}\"></picture>").ToString();
    }

    // The style sheet has a class for every tenth of the way; a style of its own no element may have.
    private static int Tenths(int percent) => (percent + Tenth / 2) / Tenth;

    private static string Set(PhotoView photo, IReadOnlyList<int> widths, PhotoFormat format, bool light) => widths.Count == 1
        ? "/" + Variants.Key(photo.Hash, widths[0], format, light)
        : string.Join(", ", widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"/{Variants.Key(photo.Hash, w, format)} {PhotoWidths.Shown(w, photo.Width)}w")));

    private string Words(PhotoView photo) => Encoder.Encode(Alt ?? photo.Alt.In(Languages.Current));
}
