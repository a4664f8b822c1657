using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoopMarket.Web.Features.Shared;

/// <summary>
/// Says to screen readers and to the style sheet that a typed field has a flaw, and where its sentence stands. Leaves out the
/// framework's attributes for validation in the browser: there is no script for them.
/// </summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FlawTagHelper : TagHelper
{
    /// <summary>After the framework's own.</summary>
    public override int Order => 1_000;

    /// <summary>The field.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        foreach (var attribute in output.Attributes.Where(a => a.Name.StartsWith("data-val", StringComparison.Ordinal)).ToList())
            output.Attributes.Remove(attribute);
        if (For is null || ViewContext.ViewData.ModelState.GetFieldValidationState(For.Name) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        // After its hint, where it has one.
        var hint = output.Attributes["aria-describedby"]?.Value?.ToString();
        output.Attributes.SetAttribute("aria-describedby", $"{hint} {TagBuilder.CreateSanitizedId(For.Name, "_")}-flaw".Trim());
    }
}

/// <summary><c>&lt;flaw of="Form.Name" /&gt;</c>: the sentence under a field that has a flaw; nothing where it has none.</summary>
[HtmlTargetElement("flaw", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FlawSentenceTagHelper : TagHelper
{
    /// <summary>The field.</summary>
    public ModelExpression? Of { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of is null || ViewContext.ViewData.ModelState[Of.Name]?.Errors is not { Count: > 0 } flaws)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "err");
        output.Attributes.SetAttribute("id", TagBuilder.CreateSanitizedId(Of.Name, "_") + "-flaw");
        output.Content.SetContent(flaws[0].ErrorMessage);
    }
}
