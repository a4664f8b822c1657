using System.Globalization;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.RichText;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One size of a product as the lists for other places tell it, in one language and currency.</summary>
/// <param name="Id">The size's.</param>
/// <param name="Group">The product's where it comes in several sizes; empty else.</param>
/// <param name="Title">150 characters at most, as Google takes it.</param>
/// <param name="Description">Plain text, 5,000 characters at most.</param>
/// <param name="Link">The product's page; in another currency than đồng it shows that one.</param>
/// <param name="Images">Full addresses of JPEGs, the cover first.</param>
/// <param name="Price">What a buyer is charged for one: «185000 VND», «12.40 EUR».</param>
/// <param name="MadeToOrderDays">Null: sold from stock.</param>
/// <param name="Brand">The cooperative.</param>
/// <param name="Size">Such as «hũ 250 g».</param>
/// <param name="Category">From the top, set apart by « &gt; »; may be empty.</param>
/// <param name="Measure">«250g», «500ml», «3ct».</param>
/// <param name="BaseMeasure">«100g», «100ml», «1ct».</param>
/// <param name="Weight">«350 g», packed.</param>
internal sealed partial record FeedItem(
    string Id, string Group, string Title, string Description, string Link, IReadOnlyList<string> Images, string Price, int? MadeToOrderDays, string Brand, string Size,
    string Category, string Measure, string BaseMeasure, string Weight)
{
    /// <summary>The first day on which it is sent where it is ordered ahead of a harvest; null else.</summary>
    public DateOnly? Ahead { get; init; }

    /// <summary>The number below its bar code, as it is printed; empty where it has none.</summary>
    public string Gtin { get; init; } = "";

    private const int MostImages = 11;
    private const int MostTitle = 150;
    private const int MostDescription = 5_000;

    /// <summary>The sizes of a product that can be had.</summary>
    /// <param name="good">The product.</param>
    /// <param name="market">Where it stands.</param>
    /// <param name="language">One of the market's.</param>
    /// <param name="terms">At which a card is charged; those of đồng themselves where nothing is exchanged.</param>
    public static IEnumerable<FeedItem> Of(FeedGoods.Good good, MarketSettings market, string language, ExchangeTerms terms)
    {
        var link = market.InFull(language, "/p/" + good.Slug) + (terms.IsForeign ? "?currency=" + terms.Currency : "");
        var name = good.Name.In(language);
        var description = Cut($"{good.Line.In(language)} {Plain(good.Description.In(language))}".Trim(), MostDescription);
        List<string> images = [.. good.Photos.Take(MostImages).Select(p => market.PublicUrl + p.Jpeg(1280))];
        var category = string.Join(" > ", good.Path.Select(c => c.In(language)));
        foreach (var size in good.Sizes)
            yield return new(
                size.Id.ToString(), good.Siblings ? good.Id.ToString() : "", Cut(good.Siblings ? $"{name}, {size.Name.In(language)}" : name, MostTitle),
                description.Length > 0 ? description : name, link, images, Amount(terms.Of(size.Price)), good.MadeToOrderDays, good.Seller.In(language), size.Name.In(language),
                category, size.Net + Unit(size.Kind), UnitPrice.BaseOf(size.Kind) + Unit(size.Kind), $"{size.Grams} g")
            {
                Ahead = size.Ahead,
                Gtin = size.Gtin is { } gtin ? Domain.Catalog.Gtin.Printed(gtin) : "",
            };
    }

    private static string Amount(Money price) => string.Create(CultureInfo.InvariantCulture, $"{CsvFile.Amount(price)} {price.Currency}");

    private static string Unit(NetKind kind) => kind switch { NetKind.Mass => "g", NetKind.Volume => "ml", _ => "ct" };

    private static string Plain(string markdown) => System.Net.WebUtility.HtmlDecode(Gap().Replace(Tag().Replace(RichText.Html(markdown), " "), " ")).Trim();

    private static string Cut(string text, int most) => text.Length <= most ? text : CleanText.Cut(text, most - 1).TrimEnd() + "…";

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
