using System.Runtime.CompilerServices;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// <c>GET /feeds/google.xml</c> and <c>/feeds/facebook.csv</c>, under every language's prefix and with <c>?currency=EUR</c> in every
/// currency: each list is written to a file, once for all who ask within a quarter of an hour, and sent from there.
/// </summary>
internal sealed class FeedFiles(OwnScope scope, IServiceScopeFactory scopes, MarketSettings market, Words words, TimeProvider time) : IDisposable
{
    /// <summary>How old a list may be.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromMinutes(15);

    private readonly SharedWork<string?> _writing = new(atOnce: 1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<FeedKind>())
            routes.MapGet("/feeds/" + Feeds.FileName(kind), (HttpContext context, FeedFiles files) => GetAsync(kind, context, files));
    }

    /// <summary>The file of a list; null where the market changes no money into that currency now.</summary>
    public async Task<string?> FileAsync(FeedKind kind, string language, Currency currency, CancellationToken cancellationToken)
    {
        var file = Path.Combine(market.Folder("feeds"), $"{language}.{currency}.{Feeds.FileName(kind)}");
        if (File.Exists(file) && time.Now().UtcDateTime - File.GetLastWriteTimeUtc(file) < Keep)
            return file;
        return await _writing.OfAsync(file, () => Task.Run(() => WriteAsync(file, kind, language, currency)), cancellationToken);
    }

    public void Dispose() => _writing.Dispose();

    private static async Task<IResult> GetAsync(FeedKind kind, HttpContext context, FeedFiles files)
    {
        if (context.Request.Query["currency"].ToString() is { Length: > 0 } asked && Currencies.Find(asked) is null)
            return Results.NotFound();
        var currency = Currencies.Find(context.Request.Query["currency"]) ?? Currency.VND;
        if (await files.FileAsync(kind, Languages.Current, currency, context.RequestAborted) is not { } file)
        {
            context.Response.Headers.RetryAfter = "3600";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.Headers.CacheControl = $"public, max-age={(int)Keep.TotalSeconds}";
        return Results.File(file, Feeds.ContentType(kind), lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero));
    }

    private async Task<string?> WriteAsync(string file, FeedKind kind, string language, Currency currency)
    {
        var beside = file + ".new";
        try
        {
            Languages.Speak(language);
            if (await TermsAsync(currency) is not { } terms)
                return null;
            await using (var to = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
                await Feeds.WriteAsync(kind, to, ItemsAsync(language, terms, CancellationToken.None), words["shared.title"], market.InFull(language, "/"), words["shared.description"]);
            File.SetLastWriteTimeUtc(beside, time.Now().UtcDateTime);
            File.Move(beside, file, overwrite: true);
            return file;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private async Task<ExchangeTerms?> TermsAsync(Currency currency)
    {
        if (currency == Currency.VND)
            return ExchangeTerms.None;
        await using var own = scopes.CreateAsyncScope();
        return await own.ServiceProvider.GetRequiredService<RatesToday>().TermsAsync(currency, CancellationToken.None);
    }

    private async IAsyncEnumerable<FeedItem> ItemsAsync(string language, ExchangeTerms terms, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FeedGoods.View some;
        var from = 0;
        do
        {
            some = await scope.SendAsync(new FeedGoods.Query(Actor.Guest(""), from), cancellationToken);
            foreach (var item in some.Goods.SelectMany(g => FeedItem.Of(g, market, language, terms)))
                yield return item;
            from += FeedGoods.AtOnce;
        }
        while (some.HasMore);
    }
}
