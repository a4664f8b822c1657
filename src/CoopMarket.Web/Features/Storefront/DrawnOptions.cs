using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// The options of a facet as a select shows them, drawn once for each language: two hundred countries with their counts were a third of
/// the work of a page of goods. They live as long as the counts that they show.
/// </summary>
internal static class DrawnOptions
{
    private static readonly ConditionalWeakTable<FacetChoice, ConcurrentDictionary<(string Words, bool IsCut), IHtmlContent>> Drawn = [];

    /// <summary>The options, in the order of the choice; countries and cooperatives by their names in the reader's language.</summary>
    /// <param name="isCut">Whether counts are what there is at least.</param>
    public static IHtmlContent Options(this Words words, FacetChoice choice, Countries countries, bool isCut, HtmlEncoder encoder)
        => Drawn.GetOrCreateValue(choice).GetOrAdd((words.Spoken, isCut), _ => Draw(words, choice, countries, isCut, encoder));

    /// <summary>What an option is called.</summary>
    public static string NameOf(this Words words, Facet facet, FacetOption option, Countries countries)
        => option.Name?.In(Languages.Current) ?? (facet == Facet.To ? countries.Name(option.Value) : words["storefront.facet." + Sieve.NameOf(facet) + "." + option.Value]);

    /// <summary>How many goods an option leaves.</summary>
    public static string CountOf(this Words words, FacetOption option, bool isCut) => words["storefront.facet.count", isCut ? Units.AtLeast(option.Count) : Units.UpTo(option.Count)];

    private static HtmlString Draw(Words words, FacetChoice choice, Countries countries, bool isCut, HtmlEncoder encoder)
    {
        var options = choice.Facet switch
        {
            Facet.To => from c in countries.All join o in choice.Options on c.Code equals o.Value select o,
            Facet.Coop => choice.Options.OrderBy(o => words.NameOf(choice.Facet, o, countries), StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)),
            _ => choice.Options,
        };
        StringBuilder html = new();
        foreach (var option in options)
            html.Append("<option value=\"").Append(encoder.Encode(option.Value)).Append('"').Append(option.IsChosen ? " selected" : "").Append('>')
                .Append(encoder.Encode(words.NameOf(choice.Facet, option, countries))).Append(' ').Append(encoder.Encode(words.CountOf(option, isCut))).Append("</option>\n");
        return new(html.ToString());
    }
}
