using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>What is in a product, in a reader's words.</summary>
internal static class Contents
{
    /// <summary>Whether a reader abroad can read what is in it and what many do not bear: without that food may not be sold from afar to the European Union.</summary>
    /// <param name="bits">As <see cref="Product.AllergenBits"/>.</param>
    public static bool AreTold(LocalizedText ingredients, int? bits) => bits is not null && (ingredients.Has("en") || ingredients.Has("fr"));

    /// <summary>What many do not bear that is in it, named; a sentence where there is none.</summary>
    public static string Allergens(this Words words, IReadOnlyList<Allergen> allergens)
        => allergens.Count == 0 ? words["shared.allergen.none"] : string.Join(", ", allergens.Select(a => words["shared.allergen." + a]));

    /// <summary>
    /// The ingredients in the language of the request, or in the one in which they are told instead: what many do not bear stands out,
    /// and what the list does not name follows it.
    /// </summary>
    /// <param name="bits">As <see cref="Product.AllergenBits"/>.</param>
    public static IHtmlContent Ingredients(this Words words, LocalizedText ingredients, int? bits)
    {
        var told = ingredients.Spoken(Languages.Current) ?? Languages.All[0];
        var list = IngredientList.Read(
            ingredients.In(Languages.Current), Domain.Catalog.Allergens.Of(bits ?? 0),
            a => words.In(told, "shared.allergen.words." + a).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var html = new HtmlContentBuilder();
        foreach (var part in list.Parts)
            _ = part.Of is null ? html.Append(part.Text) : html.AppendHtml("<b>").Append(part.Text).AppendHtml("</b>");
        if (list.Unnamed.Count > 0)
            html.Append(" ").Append(words["shared.allergen.besides"]).AppendHtml(" <b>").Append(words.Allergens(list.Unnamed)).AppendHtml("</b>");
        return html;
    }
}
