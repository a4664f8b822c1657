using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoopMarket.Web.Features.Shared;

/// <summary>Every label tells the summary of flaws what its field is called, whether it points to the field or holds it.</summary>
[HtmlTargetElement("label")]
public sealed partial class FieldNameTagHelper : TagHelper
{
    /// <summary>After the framework's own, which writes what the label is for.</summary>
    public override int Order => 1_000;

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData.ModelState.IsValid)
            return;
        var names = FieldNames.On(ViewContext.HttpContext);
        var held = await output.GetChildContentAsync();
        var html = output.IsContentModified ? output.Content.GetContent() : held.GetContent();
        if (output.Attributes["for"]?.Value?.ToString() is { } pointed)
            names.Note(pointed, pointed, html);
        // One of several to choose from doesn't bear the name of them all; their legend does.
        if (html.Contains("type=\"radio\"", StringComparison.Ordinal) || Id().Match(html) is not { Success: true } id)
            return;
        var field = Name().Match(html) is { Success: true } name ? TagBuilder.CreateSanitizedId(name.Groups["is"].Value, "_") : id.Groups["is"].Value;
        names.Note(field, id.Groups["is"].Value, Spoken().Match(html) is { Success: true } spoken ? spoken.Groups["is"].Value : html);
    }

    [GeneratedRegex("\\bid=\"(?<is>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("\\bname=\"(?<is>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("\\baria-label=\"(?<is>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spoken();
}

/// <summary><c>&lt;legend of="Form.Kind"&gt;</c>: the name of several inputs that are one field, and where a link to the field leads.</summary>
[HtmlTargetElement("legend", Attributes = "of")]
public sealed class LegendTagHelper : TagHelper
{
    /// <summary>The field.</summary>
    public required ModelExpression Of { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Of.Name, "_");
        output.Attributes.SetAttribute("id", id);
        output.Attributes.SetAttribute("tabindex", "-1");
        if (!ViewContext.ViewData.ModelState.IsValid)
            FieldNames.On(ViewContext.HttpContext).Note(id, id, (await output.GetChildContentAsync()).GetContent());
    }
}
