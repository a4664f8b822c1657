using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using CoopMarket.Web.Features.Shared;
using Microsoft.Net.Http.Headers;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Says of every page how long it stays true (RFC 9111). What is one reader's own is kept nowhere. Pages for everybody may be kept and
/// are asked for again, so that the back button shows them at once; a guest who has the same page already gets nothing anew.
/// </summary>
internal static class Freshness
{
    // The page is read when it is whole, so that writing it never waits.
    private static readonly PipeOptions Whole = new(pauseWriterThreshold: 0, minimumSegmentSize: 16 << 10, useSynchronizationContext: false);

    /// <summary>Around the output cache: what is kept there says nothing of who asks.</summary>
    public static void UseFreshness(this IApplicationBuilder app)
    {
        var cookies = app.ApplicationServices.GetRequiredService<MarketCookies>();
        Func<object, Task> say = state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && headers.CacheControl.Count == 0)
                headers.CacheControl = !Reader.IsPublic(context) ? "private, no-store" : PublicCache.IsForAnybody(context.Request, cookies) ? "no-cache" : "private, no-cache";
            return Task.CompletedTask;
        };
        app.Use((context, next) =>
        {
            context.Response.OnStarting(say, context);
            return next(context);
        });
    }

    /// <summary>Inside the output cache, outside of packing: names what a guest gets by its bytes, and leaves out what she has.</summary>
    public static void UsePageTags(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!Reader.IsPublic(context) || !HttpMethods.IsGet(context.Request.Method) || !PublicCache.IsForAnybody(context.Request, context.RequestServices.GetRequiredService<MarketCookies>()))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        var wire = response.Body;
        // In pieces: arrays as large as a page would each be collected late.
        Pipe page = new(Whole);
        await using var into = page.Writer.AsStream(leaveOpen: true);
        response.Body = into;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        await page.Writer.CompleteAsync();
        var bytes = page.Reader.TryRead(out var read) ? read.Buffer : default;
        if (response.StatusCode == StatusCodes.Status200OK && !response.HasStarted)
        {
            var tag = new EntityTagHeaderValue($"\"{Tag(bytes)}\"");
            response.Headers.ETag = tag.ToString();
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                await page.Reader.CompleteAsync();
                return;
            }

            response.ContentLength = bytes.Length;
        }

        foreach (var piece in bytes)
            await response.Body.WriteAsync(piece, context.RequestAborted);
        await page.Reader.CompleteAsync();
    });

    private static string Tag(ReadOnlySequence<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in bytes)
            hash.AppendData(piece.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
