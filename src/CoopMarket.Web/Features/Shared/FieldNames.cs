using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Shared;

/// <summary>What the fields of a page are called: gathered from its labels while it is drawn, read by the summary of its flaws.</summary>
internal sealed partial class FieldNames
{
    private const int Longest = 60;

    private readonly Dictionary<string, (string Id, string Name)> _known = new(StringComparer.Ordinal);

    /// <summary>Those of the page that answers this request.</summary>
    public static FieldNames On(HttpContext context)
    {
        if (context.Items[typeof(FieldNames)] is not FieldNames names)
            context.Items[typeof(FieldNames)] = names = new();
        return names;
    }

    /// <summary>Notes a field; of two that are called alike the first counts.</summary>
    /// <param name="field">Its key in the model's state, as an id is written.</param>
    /// <param name="id">The id of what a link leads to.</param>
    /// <param name="html">The label's content; what stands in small letters is no part of the name.</param>
    public void Note(string field, string id, string html)
    {
        var name = System.Net.WebUtility.HtmlDecode(Blank().Replace(Tag().Replace(Small().Replace(html, ""), " "), " ")).Trim().TrimEnd('?', ':', '.');
        if (name.Length > Longest)
            // At a space, where there is one: a label may hold what a seller typed.
            name = name[..(name.LastIndexOf(' ', Longest) is var space and > 0 ? space : Longest)] + "…";
        if (name.Length > 0)
            _known.TryAdd(field, (id, name));
    }

    /// <summary>One line of the summary. It asks for the name only when it is written, after the whole page was drawn.</summary>
    /// <param name="field">As in <see cref="Note"/>; empty where the flaw is of no field.</param>
    /// <param name="sentence">What is wrong.</param>
    public IHtmlContent Line(string field, string sentence) => new Later(this, field, sentence);

    [GeneratedRegex("<small.*?</small>", RegexOptions.Singleline, 1000)]
    private static partial Regex Small();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    private sealed class Later(FieldNames names, string field, string sentence) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var isKnown = names._known.TryGetValue(field, out var found);
            if (isKnown)
            {
                writer.Write("<a href=\"#");
                encoder.Encode(writer, found.Id);
                writer.Write("\"><b>");
                encoder.Encode(writer, found.Name);
                writer.Write(Hosting.Languages.Current == "fr" ? "&#160;:</b> " : ":</b> ");
            }

            encoder.Encode(writer, sentence);
            if (isKnown)
                writer.Write("</a>");
        }
    }
}
