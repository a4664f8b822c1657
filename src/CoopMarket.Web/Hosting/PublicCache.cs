using System.Globalization;
using CoopMarket.Domain.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Pages that look alike for everybody, kept for a short time. Only visitors without a session or basket are served from it,
/// and nothing that sets a cookie is ever kept.
/// </summary>
internal static class PublicCache
{
    /// <summary>The policy's name for [OutputCache].</summary>
    public const string Policy = "public";

    /// <summary>The tag of all kept pages.</summary>
    public const string Tag = "public";

    // What changes without an event, such as how many are left, is true again by then.
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);

    // Some thousand pages; whoever asks for ever new ones shall not fill the memory.
    private const long Most = 32L << 20;
    private const long MostOfOne = 4L << 20;

    // As long as a page may take that others wait for.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static void AddPublicCache(this IServiceCollection services)
    {
        services.AddSingleton<ShopEdition>().AddOutputCache(options =>
        {
            (options.SizeLimit, options.MaximumBodySize) = (Most, MostOfOne);
            // A page says its own address as it was asked for: /PRODUCTS is not what others get under /products.
            options.UseCaseSensitivePaths = true;
        });
        services.AddOptions<OutputCacheOptions>().Configure((OutputCacheOptions options, MarketCookies cookies, ShopEdition edition, TimeProvider clock)
            => options.AddPolicy(Policy, new Visitors(cookies, edition, clock)));
    }

    /// <summary>
    /// Keeps pages. Who asks for one while it is made waits for that one, so it is made to its end though whoever asked first has gone:
    /// else all who wait would be told that something broke.
    /// </summary>
    public static void UsePublicCache(this IApplicationBuilder app) => app.UseOutputCache().Use(async (context, next) =>
    {
        if (context.Features.Get<IOutputCacheFeature>()?.Context.AllowCacheLookup != true)
        {
            await next(context);
            return;
        }

        var hers = context.RequestAborted;
        using CancellationTokenSource limit = new(Longest);
        context.RequestAborted = limit.Token;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestAborted = hers;
        }
    });

    private sealed class Visitors(MarketCookies cookies, ShopEdition edition, TimeProvider clock) : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            var plain = HttpMethods.IsGet(request.Method) && IsForAnybody(request, cookies);
            context.EnableOutputCaching = plain;
            context.AllowCacheLookup = plain;
            // Whoever makes up currencies shall not push out what others read.
            context.AllowCacheStorage = plain && !ReaderCurrency.IsStrange(request);
            context.AllowLocking = true;
            context.ResponseExpirationTimeSpan = Keep;
            context.CacheVaryByRules.QueryKeys = "*";
            context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
            // What holds until a day ends in Vietnam, such as a certificate, is not told on the next. In one piece, as it is put together for every page.
            context.CacheVaryByRules.VaryByValues["reader"] = string.Create(CultureInfo.InvariantCulture,
                $"{Languages.Current} {ReaderCurrency.Of(request, cookies)} {(SavesData(request, cookies) ? 1 : 0)} {VietnamDay.Of(clock.GetUtcNow()).DayNumber} {edition.Number}");
            context.Tags.Add(Tag);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var response = context.HttpContext.Response;
            if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
                context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Whether nothing that she sends sets her apart from others: no session, no basket, no sentence that waits for her.</summary>
    public static bool IsForAnybody(HttpRequest request, MarketCookies cookies)
    {
        var hers = request.Cookies;
        return !hers.ContainsKey(cookies.Session) && !hers.ContainsKey(cookies.Basket) && !hers.ContainsKey(cookies.Notice);
    }

    /// <summary>Whether the reader or her browser asks for less data.</summary>
    public static bool SavesData(HttpRequest request, MarketCookies cookies)
        => request.Headers["Save-Data"].ToString().Equals("on", StringComparison.OrdinalIgnoreCase) || request.Cookies[cookies.SaveData] == "on";
}
