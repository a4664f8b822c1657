using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CoopMarket.Web.Adapters.Mail;

/// <summary>The plain text of a mail's HTML: paragraphs as lines, links with their addresses.</summary>
internal static partial class PlainText
{
    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        var text = new StringBuilder();
        Write(body!, text);
        return Blank().Replace(text.ToString(), "\n\n").Trim() + "\n";
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(Space().Replace(words.Data, " "));
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "a" } link:
                    Write(link, text);
                    text.Append(" (").Append(link.GetAttribute("href")).Append(')');
                    break;
                case IElement { LocalName: "td" or "th" } cell:
                    Write(cell, text);
                    text.Append("  ");
                    break;
                case IElement { LocalName: "p" or "h1" or "h2" or "h3" or "li" or "tr" or "div" or "table" } block:
                    text.Append('\n');
                    Write(block, text);
                    text.Append('\n');
                    break;
                case IElement { LocalName: not ("style" or "script" or "svg") } other:
                    Write(other, text);
                    break;
            }
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex(@"[ \t]*\n\s*\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
