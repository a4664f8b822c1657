using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// What a reader chooses for herself: her language, her currency, to save data. Plain forms on pages that anybody may get
/// from the cache, so they carry no token; <see cref="OwnOrigin"/> refuses them from other sites.
/// </summary>
internal static class ReaderChoices
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/language", LanguageAsync);
        routes.MapPost("/currency", CurrencyAsync);
        routes.MapPost("/save-data", SaveDataAsync);
    }

    private static async Task<IResult> LanguageAsync(HttpContext context, MarketCookies cookies)
    {
        if (await ReadAsync(context.Request) is not { } form)
            return Results.BadRequest();
        var language = Languages.All.FirstOrDefault(l => l == form["language"]) ?? Languages.Current;
        context.Response.Cookies.Append(cookies.Language, language, cookies.Options(Kept));
        return Back(Languages.Prefix(language), form);
    }

    private static async Task<IResult> CurrencyAsync(HttpContext context, MarketCookies cookies)
    {
        if (await ReadAsync(context.Request) is not { } form)
            return Results.BadRequest();
        if (Currencies.Find(form["currency"]) is { } currency and not Currency.VND)
            context.Response.Cookies.Append(cookies.Currency, currency.ToString(), cookies.Options(Kept));
        else
            context.Response.Cookies.Delete(cookies.Currency, cookies.Options());
        return Back(Languages.Prefix(Languages.Current), form, without: ReaderCurrency.InAddress);
    }

    private static async Task<IResult> SaveDataAsync(HttpContext context, MarketCookies cookies)
    {
        if (await ReadAsync(context.Request) is not { } form)
            return Results.BadRequest();
        if (form["on"] == "on")
            context.Response.Cookies.Append(cookies.SaveData, "on", cookies.Options(Kept));
        else
            context.Response.Cookies.Delete(cookies.SaveData, cookies.Options());
        return Back(Languages.Prefix(Languages.Current), form);
    }

    // Null where it is no form at all: torn, too large, or with null characters in it.
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // What the address says counts before what she chose: where a link brought her with it, her choice takes it out.
    private static IResult Back(string prefix, IFormCollection form, string? without = null)
    {
        var path = Reader.Local(form["place"]);
        if (without is not null && path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0)
            path = path[..at] + QueryString.Create(QueryHelpers.ParseQuery(path[at..]).Where(q => !q.Key.Equals(without, StringComparison.OrdinalIgnoreCase)));
        return Results.LocalRedirect(prefix.Length > 0 && path == "/" ? prefix : prefix + path);
    }
}
