using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Shared;

/// <summary>
/// What cooperatives write: paragraphs, headings, lists, emphasis, quotes and links, nothing else. Markup in the text is
/// shown as it was typed; what Markdown makes of it is cleaned once more.
/// </summary>
internal static class LightMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly HtmlSanitizer Cleaner = MakeCleaner();

    /// <summary>The text as markup; empty for an empty text.</summary>
    public static IHtmlContent Html(string text) => new HtmlString(Cleaner.Sanitize(Markdown.ToHtml(text, Pipeline)));

    private static HtmlSanitizer MakeCleaner()
    {
        var cleaner = new HtmlSanitizer();
        cleaner.AllowedTags.Clear();
        cleaner.AllowedTags.UnionWith(["p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "blockquote", "a"]);
        cleaner.AllowedAttributes.Clear();
        cleaner.AllowedAttributes.Add("href");
        cleaner.AllowedSchemes.Clear();
        cleaner.AllowedSchemes.UnionWith(["https", "http", "mailto", "tel"]);
        cleaner.AllowedCssProperties.Clear();
        cleaner.AllowedAtRules.Clear();
        cleaner.KeepChildNodes = true;
        cleaner.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
                link.SetAttribute("rel", "nofollow ugc");
        };
        return cleaner;
    }
}
