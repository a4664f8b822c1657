using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>
/// One bucket spoken to over HTTP as S3 is, on this machine. It stores bodies as they come, so that a client which wraps them in
/// chunks or trailers is found out, and lists two objects a page.
/// </summary>
internal sealed class BucketOnLoopback : IAsyncDisposable
{
    private const int PageLength = 2;
    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly ConcurrentDictionary<string, (byte[] Bytes, string? Type, DateTimeOffset At)> objects = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private BucketOnLoopback(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.Single());

    public static async Task<BucketOnLoopback> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bucket = new BucketOnLoopback(builder.Build());
        bucket.app.Map("/{bucket}/{**key}", bucket.Answer);
        await bucket.app.StartAsync();
        return bucket;
    }

    public string? TypeOf(string key) => objects[key].Type;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> Answer(HttpRequest request, string bucket, string? key)
    {
        if (bucket != "market")
            return Error("NoSuchBucket");
        if (key is null)
            return List(request.Query["prefix"].ToString(), request.Query["continuation-token"].ToString());
        switch (request.Method)
        {
            case "PUT":
                using (var body = new MemoryStream())
                {
                    await request.Body.CopyToAsync(body);
                    objects[key] = (body.ToArray(), request.ContentType, DateTimeOffset.UtcNow);
                }
                return Results.Ok();
            case "DELETE":
                objects.TryRemove(key, out _);
                return Results.NoContent();
            default:
                return objects.TryGetValue(key, out var found) ? Results.Bytes(found.Bytes, found.Type) : Error("NoSuchKey");
        }
    }

    private IResult List(string prefix, string after)
    {
        var rest = objects.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(entry.Key, after) > 0)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var page = rest.Take(PageLength).ToList();
        return Xml(new XElement(
            S3 + "ListBucketResult",
            new XElement(S3 + "IsTruncated", rest.Count > PageLength ? "true" : "false"),
            rest.Count > PageLength ? new XElement(S3 + "NextContinuationToken", page[^1].Key) : null,
            page.Select(entry => new XElement(
                S3 + "Contents",
                new XElement(S3 + "Key", entry.Key),
                new XElement(S3 + "LastModified", entry.Value.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
                new XElement(S3 + "Size", entry.Value.Bytes.Length)))));
    }

    private static IResult Error(string code) => Xml(new XElement("Error", new XElement("Code", code)), StatusCodes.Status404NotFound);

    private static IResult Xml(XElement element, int status = StatusCodes.Status200OK) =>
        Results.Text(element.ToString(), "application/xml", statusCode: status);
}
