using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Html;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// What pages tell machines: JSON-LD in the words of schema.org, in the language of the page, and nothing that the page does not
/// show as well. A block of data is no script: the content security policy lets none run.
/// </summary>
internal sealed class LinkedData(MarketSettings market, Words words, Assets assets)
{
    // Vietnamese letters as they are; whatever could end the block stays escaped.
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The market itself, on its home page.</summary>
    public IHtmlContent Home() => Block(Market(), Fact("WebSite", ("name", "CoopMarket"), ("url", In("/")), ("inLanguage", Languages.Current), ("publisher", Known())));

    /// <summary>A product with its offers, and where it stands.</summary>
    /// <param name="view">The page.</param>
    /// <param name="terms">At which the reader sees prices besides; null in đồng alone.</param>
    public IHtmlContent Of(ProductPage.View view, ExchangeTerms? terms)
    {
        var (language, product) = (Languages.Current, view.Product);
        var trail = view.Path.Select(c => (c.Name.In(language), "/c/" + c.Slug)).Prepend((words["storefront.shelf.all"], "/products"));
        return Block(
            Fact("Product",
                ("name", product.Name.In(language)),
                ("description", product.Line.In(language)),
                ("url", In("/p/" + product.Slug)),
                ("image", Photos(view.Photos)),
                ("category", string.Join(" > ", view.Path.Select(c => c.Name.In(language)))),
                ("brand", Fact("Brand", ("name", view.Cooperative.Name.In(language)))),
                ("manufacturer", Seller(view.Seller.Slug, view.Cooperative.Name, view.Cooperative.LegalName)),
                ("offers", new OfferData(view, In("/p/" + product.Slug), terms).All()),
                ("aggregateRating", Rating(view.Stars)),
                ("review", view.Stars.AverageTenths is null ? null : view.Reviews.Select(Said).ToList())),
            Trail([.. trail, (product.Name.In(language), "/p/" + product.Slug)]));
    }

    /// <summary>Where a shelf stands.</summary>
    public IHtmlContent Of(ShelfPage.View shelf)
    {
        var path = shelf.Category is { } category ? shelf.Path.Append(category) : shelf.Path;
        return Block(Trail([(words["storefront.shelf.all"], "/products"), .. path.Select(c => (c.Name.In(Languages.Current), "/c/" + c.Slug))]));
    }

    /// <summary>A cooperative: who sells.</summary>
    public IHtmlContent Of(CooperativePage.View view)
    {
        var (language, coop) = (Languages.Current, view.Cooperative);
        var commune = Places.FindCommune(coop.CommuneCode) is { } known ? words.CommuneName(known) : coop.Commune;
        return Block(
            Fact("Organization",
                ("name", coop.Name.In(language)),
                ("legalName", coop.LegalName),
                ("url", In("/cooperatives/" + coop.Slug)),
                ("description", coop.Line.In(language)),
                ("image", view.Photo is { } photo ? Photos([photo]) : null),
                ("telephone", coop.Phone),
                ("address", Fact("PostalAddress",
                    ("streetAddress", words.VillageName(coop.Village)), ("addressLocality", commune),
                    ("addressRegion", Places.FindProvince(coop.Province)?.Name), ("addressCountry", "VN")))),
            Trail([(words["shared.nav.cooperatives"], "/cooperatives"), (coop.Name.In(language), "/cooperatives/" + coop.Slug)]));
    }

    /// <summary>A story, by the woman it is about or else by her cooperative.</summary>
    public IHtmlContent Of(StoryPage.View view)
    {
        var (language, story, seller) = (Languages.Current, view.Line.Story, view.Line.Seller);
        return Block(
            Fact("Article",
                ("headline", story.Title.In(language)),
                ("description", story.Lead.In(language)),
                ("url", In("/stories/" + story.Slug)),
                ("mainEntityOfPage", In("/stories/" + story.Slug)),
                ("inLanguage", story.Title.Spoken(language)),
                ("image", Photos(view.Photos)),
                ("datePublished", story.LiveAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
                ("dateModified", story.ChangedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
                ("author", view.Line.Maker is { } maker ? Fact("Person", ("name", maker.Name)) : Seller(seller.Slug, seller.Name, null)),
                ("publisher", Market())),
            Trail([(words["shared.nav.stories"], "/stories"), (story.Title.In(language), "/stories/" + story.Slug)]));
    }

    /// <summary>One thing and what is known of it; what isn't known is left out.</summary>
    public static Dictionary<string, object> Fact(string type, params ReadOnlySpan<(string Name, object? Value)> known)
    {
        Dictionary<string, object> fact = new(StringComparer.Ordinal) { ["@type"] = type };
        foreach (var (name, value) in known)
            if (value is not (null or "" or System.Collections.ICollection { Count: 0 }))
                fact[name] = value;
        return fact;
    }

    private static HtmlString Block(params object[] things)
    {
        var graph = new Dictionary<string, object>(StringComparer.Ordinal) { ["@context"] = "https://schema.org", ["@graph"] = things };
        return new($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(graph, Written)}</script>");
    }

    private Dictionary<string, object> Market() => Fact("Organization",
        ("@id", market.PublicUrl + "/#market"), ("name", "CoopMarket"), ("url", market.PublicUrl + "/"), ("logo", market.PublicUrl + assets["img/icon.svg"]),
        ("description", words["shared.description"]));

    private Dictionary<string, object> Known() => Fact("Organization", ("@id", market.PublicUrl + "/#market"));

    private Dictionary<string, object> Seller(string slug, LocalizedText name, string? legalName)
        => Fact("Organization", ("name", name.In(Languages.Current)), ("legalName", legalName), ("url", In("/cooperatives/" + slug)));

    private List<string> Photos(IEnumerable<PhotoView> photos) => [.. photos.Where(p => p.IsReady).Select(p => market.PublicUrl + p.Jpeg(1280))];

    // As on the page: no average of fewer than three.
    private static Dictionary<string, object>? Rating(StarTally stars) => stars.AverageTenths is not { } average ? null : Fact("AggregateRating",
        ("ratingValue", average / 10m), ("reviewCount", stars.Count), ("bestRating", StarTally.Most), ("worstRating", 1));

    private Dictionary<string, object> Said(ReviewLine review) => Fact("Review",
        ("author", Fact("Person", ("name", review.Name.Length > 0 ? review.Name : words["reviews.nameless"]))),
        ("datePublished", VietnamDay.Of(review.WrittenAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("reviewBody", review.Words), ("inLanguage", review.Language),
        ("reviewRating", Fact("Rating", ("ratingValue", review.Stars), ("bestRating", StarTally.Most), ("worstRating", 1))));

    private Dictionary<string, object> Trail(IReadOnlyList<(string Name, string Path)> steps) => Fact("BreadcrumbList",
        ("itemListElement", steps.Select((step, at) => Fact("ListItem", ("position", at + 1), ("name", step.Name), ("item", In(step.Path)))).ToList()));

    private string In(string path) => market.InFull(Languages.Current, path);
}
