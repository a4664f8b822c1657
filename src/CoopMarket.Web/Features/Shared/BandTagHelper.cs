using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoopMarket.Web.Features.Shared;

/// <summary>How a band is laid.</summary>
public enum BandShape
{
    /// <summary>A hem along the whole width.</summary>
    Hem,

    /// <summary>The edge down the side of a picture.</summary>
    Selvedge,

    /// <summary>The cloth that stands for a missing photo.</summary>
    Cloth,
}

/// <summary>
/// <c>&lt;band of="@coop.Id" turn="coop.BandTurn" size="2" /&gt;</c>: the woven band of a cooperative, or the market's own
/// where <c>of</c> is left out. The pattern itself is written once, in the sprite at the end of the layout.
/// </summary>
[HtmlTargetElement("band", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BandTagHelper : TagHelper
{
    /// <summary>The cooperative's id.</summary>
    public string Of { get; set; } = Drawings.MarketBand;

    /// <summary>The turn stored at its approval.</summary>
    public int Turn { get; set; }

    /// <summary>1 to 3: 15, 30 or 45 px high.</summary>
    public int Size { get; set; } = 1;

    /// <summary>A hem where nothing else is said.</summary>
    public BandShape Shape { get; set; }

    /// <summary>What a cloth says to those who don't see it; null where it says nothing.</summary>
    public string? Label { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var fill = ViewContext.HttpContext.RequestServices.GetRequiredService<Drawings>().Band(Of, Turn);
        output.TagName = null;
        output.Content.SetHtmlContent(Shape switch
        {
            BandShape.Selvedge => "<svg class=\"selvedge\" viewBox=\"0 -1200 15 2400\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">"
                + $"<path fill=\"{fill}\" transform=\"rotate(90)\" d=\"M-1200-15h2400v15h-2400z\"/></svg>",
            BandShape.Cloth => $"<svg class=\"bare\" viewBox=\"-30 0 60 60\" {Said()} preserveAspectRatio=\"xMidYMid slice\"><path fill=\"{fill}\" d=\"M-30 0h60v60h-60z\"/></svg>",
            _ => $"<svg class=\"{Height()}\" viewBox=\"-1200 0 2400 15\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">"
                + $"<path fill=\"{fill}\" d=\"M-1200 0h2400v15h-2400z\"/></svg>",
        });
    }

    private string Height() => Size > 1 ? string.Create(CultureInfo.InvariantCulture, $"band x{Size}") : "band";

    private string Said() => Label is null ? "aria-hidden=\"true\"" : $"role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(Label)}\"";
}
