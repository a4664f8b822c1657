using System.Globalization;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CoopMarket.Web.Features.Shared;

/// <summary>
/// <c>&lt;field for="Form.Who" label="key" hint="key" …/&gt;</c>: a label, the input, its hint and its flaw, tied together for
/// readers that speak. What else is written on it goes to the input; written with a body, the body is the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
// Razor finds tag helpers only where they are public.
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>What it binds to.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The key of the label.</summary>
    public required string Label { get; set; }

    /// <summary>The key of a sentence under it; null where none is needed.</summary>
    public string? Hint { get; set; }

    /// <summary>The Vietnamese that is told in another language here, shown above the input; null where nothing is translated.</summary>
    public string? Vietnamese { get; set; }

    /// <summary>How many lines the input shows; 0: one, which can't be broken.</summary>
    public int Rows { get; set; }

    /// <summary>The kind of input.</summary>
    public string Type { get; set; } = "text";

    /// <summary>The page it stands on.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = ViewContext.HttpContext.RequestServices.GetRequiredService<Words>();
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var state = ViewContext.ModelState.GetValueOrDefault(name);
        var flaw = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var body = await output.GetChildContentAsync();

        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(words[Label]);
        var control = body.IsEmptyOrWhiteSpace ? Input(name, id, state, flaw is not null, output) : (IHtmlContent)body;
        if (!ViewContext.ModelState.IsValid)
            FieldNames.On(ViewContext.HttpContext).Note(id, id, words[Label]);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(label);
        if (Vietnamese is not null)
            output.Content.AppendHtml(Original(Vietnamese));
        output.Content.AppendHtml(control);
        if (Hint is not null)
            output.Content.AppendHtml(Note("hint", id + "_hint", words[Hint]));
        if (flaw is not null)
            output.Content.AppendHtml(Note("err", id + "-flaw", flaw));
    }

    private TagBuilder Input(string name, string id, ModelStateEntry? state, bool flawed, TagHelperOutput output)
    {
        var input = Rows > 0 ? new TagBuilder("textarea") : new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var attribute in output.Attributes)
            input.Attributes[attribute.Name] = attribute.Value?.ToString();
        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        var value = state?.AttemptedValue ?? Convert.ToString(For.Model, CultureInfo.CurrentCulture) ?? "";
        if (Rows > 0)
        {
            input.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            // Browsers drop the first break of a line.
            input.InnerHtml.AppendLine().Append(value);
        }
        else
        {
            input.Attributes["type"] = Type;
            if (Type != "password")
                input.Attributes["value"] = value;
        }

        var told = string.Join(' ', new[] { flawed ? id + "-flaw" : null, Hint is null ? null : id + "_hint" }.OfType<string>());
        if (told.Length > 0)
            input.Attributes["aria-describedby"] = told;
        if (flawed)
            input.Attributes["aria-invalid"] = "true";
        return input;
    }

    private static TagBuilder Original(string vietnamese)
    {
        var original = new TagBuilder("p");
        original.Attributes["class"] = "hint lines";
        original.Attributes["lang"] = "vi";
        original.Attributes["translate"] = "no";
        original.InnerHtml.Append(vietnamese);
        return original;
    }

    private static TagBuilder Note(string kind, string id, string sentence)
    {
        var note = new TagBuilder("span");
        note.Attributes["class"] = kind;
        note.Attributes["id"] = id;
        note.InnerHtml.Append(sentence);
        return note;
    }
}
