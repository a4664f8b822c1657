using System.Globalization;
using System.Text;
using System.Xml;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// Every public address in every language, for crawlers (sitemaps.org 0.9): an index of parts, each far below 50,000 addresses and
/// 50 MB. What says when it changed last says the truth: what has no such day says nothing.
/// </summary>
internal static class Sitemap
{
    /// <summary>Paths in one part; each has an address in every language.</summary>
    public const int Size = 2_500;

    private const string Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Html = "http://www.w3.org/1999/xhtml";

    /// <summary>The parts, in order.</summary>
    internal sealed record Index(Actor Actor) : IQuery<IReadOnlyList<Entry>>, IForAnyone;

    /// <param name="Name">As the index names it.</param>
    internal sealed record Part(Actor Actor, string Name) : IQuery<IReadOnlyList<Entry>>, IForAnyone;

    /// <param name="Path">From the root, without a language; in the index a part's name.</param>
    /// <param name="Changed">UTC; null where nobody knows.</param>
    internal sealed record Entry(string Path, DateTimeOffset? Changed);

    internal sealed class IndexHandler(Pages pages) : IRequestHandler<Index, IReadOnlyList<Entry>>
    {
        public async Task<IReadOnlyList<Entry>> Handle(Index request, CancellationToken cancellationToken)
        {
            List<Entry> parts = [];
            foreach (var (kind, all) in pages.All())
                foreach (var (some, number) in (await all(0, int.MaxValue, cancellationToken)).Chunk(Size).Select((some, at) => (some, at + 1)))
                    parts.Add(new(string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}"), some.Max(e => e.Changed)));
            return parts;
        }
    }

    internal sealed class PartHandler(Pages pages) : IRequestHandler<Part, IReadOnlyList<Entry>>
    {
        public async Task<IReadOnlyList<Entry>> Handle(Part request, CancellationToken cancellationToken)
        {
            var dash = request.Name.LastIndexOf('-');
            if (dash < 0 || !int.TryParse(request.Name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 100_000)
                return [];
            var all = pages.All().FirstOrDefault(p => p.Kind == request.Name[..dash]).Read;
            return all is null ? [] : await all((number - 1) * Size, Size, cancellationToken);
        }
    }

    /// <summary>What crawlers may read, by kind.</summary>
    internal sealed class Pages(MarketReads reads, Goods goods, Sellers sellers, Tales tales, FaceReader reader)
    {
        public IReadOnlyList<(string Kind, Func<int, int, CancellationToken, Task<List<Entry>>> Read)> All()
            => [("pages", PlainAsync), ("cooperatives", CooperativesAsync), ("stories", StoriesAsync), ("products", ProductsAsync)];

        // Lists change with whatever they list; the market's own texts are dated.
        private async Task<List<Entry>> PlainAsync(int skip, int take, CancellationToken cancellationToken)
            => [.. (await PlainAsync(cancellationToken)).Skip(skip).Take(take)];

        private async Task<List<Entry>> PlainAsync(CancellationToken cancellationToken) =>
        [
            .. new[] { "/", "/products", "/cooperatives", "/stories" }.Select(p => new Entry(p, null)),
            .. PublicTexts.Names.Select(n => new Entry("/" + n, new(PublicTexts.Find(n)!.Since, TimeOnly.MinValue, TimeSpan.Zero))),
            .. (await reader.NowAsync(cancellationToken)).Filled.Select(c => new Entry("/c/" + c.Slug, null)),
        ];

        private async Task<List<Entry>> CooperativesAsync(int skip, int take, CancellationToken cancellationToken)
            => await sellers.Approved().OrderBy(c => c.Id).Skip(skip).Take(take).Select(c => new Entry("/cooperatives/" + c.Slug, null)).ToListAsync(cancellationToken);

        private async Task<List<Entry>> StoriesAsync(int skip, int take, CancellationToken cancellationToken)
            => await tales.Live().OrderBy(s => s.Id).Skip(skip).Take(take).Select(s => new Entry("/stories/" + s.Slug, s.ChangedAt)).ToListAsync(cancellationToken);

        // What was changed on a product on sale is noted for the admins; before the first note it is as it went on sale.
        private async Task<List<Entry>> ProductsAsync(int skip, int take, CancellationToken cancellationToken)
            => [.. (await goods.OnSale().OrderBy(p => p.Id).Skip(skip).Take(take)
                .Select(p => new
                {
                    p.Slug,
                    p.FirstLiveAt,
                    EditedAt = reads.Of<ProductEdit>().Where(e => e.Product == p.Id).OrderByDescending(e => e.At).Select(e => (DateTimeOffset?)e.At).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken)).Select(p => new Entry("/p/" + p.Slug, p.EditedAt > p.FirstLiveAt ? p.EditedAt : p.FirstLiveAt))];
    }

    /// <summary>The parts as an index.</summary>
    public static string WriteIndex(IReadOnlyList<Entry> parts, MarketSettings market) => Write("sitemapindex", parts, (xml, part) =>
    {
        xml.WriteStartElement("sitemap", Map);
        Place(xml, $"{market.PublicUrl}/sitemaps/{part.Path}.xml", part.Changed);
        xml.WriteEndElement();
    });

    /// <summary>The addresses of a part, each with its translations.</summary>
    public static string WritePart(IReadOnlyList<Entry> entries, MarketSettings market) => Write("urlset", entries, (xml, entry) =>
    {
        foreach (var language in Languages.All)
        {
            xml.WriteStartElement("url", Map);
            Place(xml, market.InFull(language, entry.Path), entry.Changed);
            foreach (var other in Languages.All)
            {
                xml.WriteStartElement("link", Html);
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", other);
                xml.WriteAttributeString("href", market.InFull(other, entry.Path));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    });

    private static string Write(string root, IReadOnlyList<Entry> entries, Action<XmlWriter, Entry> one)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(root, Map);
            if (root == "urlset")
                xml.WriteAttributeString("xmlns", "xhtml", null, Html);
            foreach (var entry in entries)
                one(xml, entry);
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Place(XmlWriter xml, string address, DateTimeOffset? changed)
    {
        xml.WriteElementString("loc", Map, address);
        if (changed is { } at)
            xml.WriteElementString("lastmod", Map, at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
