using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoopMarket.Web.Features.Shared;

/// <summary><c>&lt;i-con name="gui" /&gt;</c>: an icon beside its word.</summary>
[HtmlTargetElement("i-con", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>One of the market's icons.</summary>
    public string Name { get; set; } = "";

    /// <summary>Set by the framework.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var reference = ViewContext.HttpContext.RequestServices.GetRequiredService<Drawings>().Icon(Name);
        output.TagName = null;
        output.Content.SetHtmlContent($"<svg class=\"i\" aria-hidden=\"true\"><use href=\"{reference}\"/></svg>");
    }
}
