using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CoopMarket.Web.Adapters.RichText;

/// <summary>
/// Light Markdown that people write: paragraphs, headings, lists, emphasis, quotes and links, nothing else. It is cleaned of
/// markup when it is stored, and what Markdown makes of it is held against a list of allowed tags whenever it is shown.
/// </summary>
internal static partial class RichText
{
    /// <summary>UTF-16 units that are read; what is longer is cut off when it is shown, and refused when it is to be stored.</summary>
    public const int Most = 24_000;

    private const int MostRounds = 5;

    // Of the longest text, with what is made of it, some ten megabytes.
    private const int MostMade = 100;

    // Signs before the first word of a line; each may open a layer, and no person opens as many.
    private const int DeepestIndent = 100;

    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];
    private static readonly string[] Tags = ["p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "blockquote", "a"];
    private static readonly string[] TableTags = ["table", "thead", "tbody", "tr", "th", "td"];

    private static readonly MarkdownPipeline Light = Pipeline(new MarkdownPipelineBuilder().DisableHtml());
    private static readonly MarkdownPipeline WithTables = Pipeline(new MarkdownPipelineBuilder().DisableHtml().UsePipeTables());
    private static readonly MarkdownPipeline Source = WithoutCode(new MarkdownPipelineBuilder().UsePreciseSourceLocation()).Build();
    private static readonly HtmlSanitizer Plain = Sanitizer(Tags);
    private static readonly HtmlSanitizer Tabular = Sanitizer([.. Tags, .. TableTags]);
    private static readonly ConcurrentDictionary<(string Text, bool Tables), string> Made = new();

    /// <summary>The text as HTML; empty for an empty text. Never throws, whatever the text.</summary>
    /// <param name="markdown">As it was typed.</param>
    /// <param name="tables">Whether tables are drawn, as in the market's own texts.</param>
    public static string Html(string markdown, bool tables = false)
    {
        var text = markdown.Length <= Most ? markdown : markdown[..Most];
        if (Made.TryGetValue((text, tables), out var made))
            return made;
        made = Make(text, tables);
        // Of what many read there is little; what is left when that is full is rather made anew than counted.
        if (Made.Count >= MostMade)
            Made.Clear();
        Made[(text, tables)] = made;
        return made;
    }

    /// <summary>The words of the text alone, without what marks them; as it stands where it is too long or nested beyond sense.</summary>
    /// <param name="markdown">As it was typed.</param>
    public static string Words(string markdown)
    {
        if (markdown.Length > Most || IsTooDeep(markdown))
            return markdown;
        try
        {
            return Markdown.ToPlainText(markdown, Light);
        }
        catch (ArgumentException)
        {
            return markdown;
        }
    }

    private static string Make(string text, bool tables)
    {
        if (IsTooDeep(text))
            return AsItStands(text);
        try
        {
            return (tables ? Tabular : Plain).Sanitize(Markdown.ToHtml(text, tables ? WithTables : Light));
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes.
            return AsItStands(text);
        }
    }

    /// <summary>The text without HTML tags and without links to other than web pages, mail and telephone; null where it is too long or nested beyond sense.</summary>
    public static string? Clean(string markdown)
    {
        var text = markdown;
        if (text.Length > Most || IsTooDeep(text))
            return null;
        try
        {
            for (var round = 0; round < MostRounds; round++)
            {
                var cleaned = Cleaned(text);
                if (cleaned == text)
                    return text;
                text = cleaned;
            }
        }
        catch (ArgumentException)
        {
            return null;
        }

        // What comes apart into new markup again and again was never meant to be read.
        return text.Replace("<", "", StringComparison.Ordinal);
    }

    private static string AsItStands(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>";

    private static bool IsTooDeep(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.Length > DeepestIndent && line[..DeepestIndent].IndexOfAnyExcept(" \t>-*+") < 0)
                return true;
        return false;
    }

    private static string Cleaned(string text)
    {
        var rest = text;
        foreach (var node in Markdown.Parse(text, Source).Descendants().Where(n => !n.Span.IsEmpty).OrderByDescending(n => n.Span.Start))
        {
            var instead = node switch
            {
                HtmlBlock => Tag().Replace(text.Substring(node.Span.Start, node.Span.Length), ""),
                HtmlInline => "",
                LinkInline link when !IsAllowed(link.Url) => string.Concat(link.OfType<LiteralInline>().Select(l => l.Content.ToString())),
                AutolinkInline { IsEmail: false } link when !IsAllowed(link.Url) => link.Url,
                _ => null,
            };
            if (instead is not null && node.Span.End < rest.Length)
                rest = rest[..node.Span.Start] + instead + rest[(node.Span.End + 1)..];
        }

        return rest;
    }

    // A path of the market itself has no scheme.
    private static bool IsAllowed(string? url)
    {
        var address = WebUtility.HtmlDecode(url ?? "").Trim();
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || address.IndexOfAny(['/', '?', '#']) is >= 0 and var slash && slash < colon || Schemes.Contains(address[..colon].ToLowerInvariant());
    }

    private static MarkdownPipeline Pipeline(MarkdownPipelineBuilder builder)
    {
        WithoutCode(builder).DocumentProcessed += document =>
        {
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Clamp(heading.Level, 2, 3);
            foreach (var picture in document.Descendants<LinkInline>().Where(l => l.IsImage).ToList())
                picture.ReplaceBy(new LiteralInline(string.Concat(picture.OfType<LiteralInline>().Select(l => l.Content.ToString()))), copyChildren: false);
            foreach (var link in document.Descendants<LinkInline>())
                link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow ugc");
        };
        return builder.Build();
    }

    // Four spaces before a line are a habit of typing here, not program text.
    private static MarkdownPipelineBuilder WithoutCode(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.RemoveAll(p => p is IndentedCodeBlockParser or FencedCodeBlockParser);
        builder.InlineParsers.RemoveAll(p => p is CodeInlineParser);
        return builder;
    }

    private static HtmlSanitizer Sanitizer(string[] tags)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "rel" },
            AllowedSchemes = new HashSet<string>(Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        })
        {
            KeepChildNodes = true,
        };
        return sanitizer;
    }

    [GeneratedRegex("<[^>]*>?", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
