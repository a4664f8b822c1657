using System.Xml.Linq;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Every public address in every language, for crawlers (sitemaps.org 0.9, at most 50,000 addresses).</summary>
internal static class Sitemap
{
    private const int Most = 50_000;

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<string>>, IForAnyone;

    internal sealed class Handler(Goods goods, Sellers sellers, Tales tales, CategoryTree categories) : IRequestHandler<Query, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(Query request, CancellationToken cancellationToken) =>
        [
            .. (IEnumerable<string>)
            [
                "/", "/products", "/cooperatives", "/stories", .. PublicTexts.Names.Select(n => "/" + n),
                .. (await goods.FilledAsync(await categories.AllAsync(cancellationToken), cancellationToken)).Select(c => "/c/" + c.Slug),
                .. (await sellers.Approved().Select(c => c.Slug).ToListAsync(cancellationToken)).Select(s => "/cooperatives/" + s),
                .. (await tales.Live().Select(s => s.Slug).ToListAsync(cancellationToken)).Select(s => "/stories/" + s),
                .. (await goods.OnSale().Select(p => p.Slug).ToListAsync(cancellationToken)).Select(s => "/p/" + s),
            ],
        ];
    }

    /// <summary>The addresses as a sitemap, each with its translations.</summary>
    public static string Write(IReadOnlyList<string> paths, string publicUrl)
    {
        string In(string language, string path) => publicUrl + (path == "/" && language != Languages.All[0] ? Languages.Prefix(language) : Languages.Prefix(language) + path);
        var addresses = paths.Take(Most / Languages.All.Count).SelectMany(path => Languages.All.Select(language => new XElement(
            Map + "url", new XElement(Map + "loc", In(language, path)),
            Languages.All.Select(l => new XElement(Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", l), new XAttribute("href", In(l, path)))))));
        return new XDeclaration("1.0", "utf-8", null) + new XElement(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html.NamespaceName), addresses).ToString(SaveOptions.DisableFormatting);
    }
}
