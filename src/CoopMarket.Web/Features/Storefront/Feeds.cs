using System.Globalization;
using System.Text;
using System.Xml;
using CsvHelper;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>For whom a list of goods is written.</summary>
internal enum FeedKind
{
    /// <summary>Google Merchant Center: RSS 2.0 with elements of the namespace <c>http://base.google.com/ns/1.0</c>.</summary>
    Google,

    /// <summary>
    /// A catalog of Meta (Facebook, Instagram): CSV in UTF-8, the names of the columns in the first row. What is sold ahead of a harvest
    /// is «preorder» there without its day: among the fields that Meta's own library names for a product none says from when it is sent,
    /// as Google's <c>availability_date</c> does. The product's page tells the day.
    /// </summary>
    Facebook,
}

/// <summary>Writes lists of goods as they come, so that a long one takes no more memory than a short one.</summary>
internal static class Feeds
{
    private const string G = "http://base.google.com/ns/1.0";
    private const int MostMore = 10;

    private static readonly string[] Columns =
    [
        "id", "title", "description", "availability", "condition", "price", "link", "image_link", "brand", "item_group_id", "size", "product_type", "additional_image_link", "gtin",
    ];

    // What a spreadsheet would take for a formula begins with an apostrophe; ids, prices and addresses never look like one.
    private static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    public static string FileName(FeedKind kind) => kind == FeedKind.Google ? "google.xml" : "facebook.csv";

    public static string ContentType(FeedKind kind) => kind == FeedKind.Google ? "application/xml; charset=utf-8" : "text/csv; charset=utf-8";

    public static Task WriteAsync(FeedKind kind, Stream to, IAsyncEnumerable<FeedItem> items, string title, string home, string description)
        => kind == FeedKind.Google ? GoogleAsync(to, items, title, home, description) : FacebookAsync(to, items);

    private static async Task GoogleAsync(Stream to, IAsyncEnumerable<FeedItem> items, string title, string home, string description)
    {
        await using var xml = XmlWriter.Create(to, new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "rss", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        await xml.WriteAttributeStringAsync("xmlns", "g", null, G);
        await xml.WriteStartElementAsync(null, "channel", null);
        foreach (var (name, value) in new[] { ("title", title), ("link", home), ("description", description) })
            await xml.WriteElementStringAsync(null, name, null, value);
        await foreach (var item in items)
        {
            await xml.WriteStartElementAsync(null, "item", null);
            foreach (var (name, value) in Told(item).Where(t => t.Value.Length > 0))
                await xml.WriteElementStringAsync("g", name, G, XmlText(value));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }

    private static IEnumerable<(string Name, string Value)> Told(FeedItem item) =>
    [
        ("id", item.Id), ("title", item.Title), ("description", item.Description), ("link", item.Link), ("image_link", item.Images[0]),
        .. item.Images.Skip(1).Take(MostMore).Select(i => ("additional_image_link", i)),
        ("availability", item.Ahead is null ? "in_stock" : "preorder"), ("availability_date", item.Ahead is { } first ? first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00+07:00" : ""), ("price", item.Price), ("condition", "new"), ("brand", item.Brand), ("gtin", item.Gtin), ("identifier_exists", item.Gtin.Length > 0 ? "" : "no"),
        ("item_group_id", item.Group), ("size", item.Group.Length > 0 ? item.Size : ""), ("product_type", item.Category),
        ("unit_pricing_measure", item.Measure), ("unit_pricing_base_measure", item.BaseMeasure), ("shipping_weight", item.Weight),
        ("max_handling_time", item.MadeToOrderDays?.ToString(CultureInfo.InvariantCulture) ?? ""),
    ];

    private static async Task FacebookAsync(Stream to, IAsyncEnumerable<FeedItem> items)
    {
        await using var csv = CsvWriter.Create(to, Csv, leaveOpen: true);
        await RowAsync(csv, Columns);
        await foreach (var item in items)
            await RowAsync(csv,
            [
                item.Id, item.Title, item.Description, item.Ahead is not null ? "preorder" : item.MadeToOrderDays is null ? "in stock" : "available for order", "new", item.Price, item.Link, item.Images[0], item.Brand,
                item.Group, item.Size, item.Category, string.Join(',', item.Images.Skip(1).Take(MostMore)), item.Gtin,
            ]);
    }

    private static async Task RowAsync(CsvWriter csv, IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        await csv.EndRecordAsync();
    }

    // Letters that XML 1.0 has no place for go, half a letter among them: one such would be an error in place of the whole list.
    private static string XmlText(string text) => text.All(XmlConvert.IsXmlChar) ? text : new([.. text.Where((c, i) => XmlConvert.IsXmlChar(c) || IsOfPair(text, i))]);

    private static bool IsOfPair(string text, int at)
        => char.IsSurrogatePair(text, at) || (at > 0 && char.IsSurrogatePair(text, at - 1));
}
