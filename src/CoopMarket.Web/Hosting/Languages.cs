using System.Globalization;

namespace CoopMarket.Web.Hosting;

/// <summary>The languages of the market: Vietnamese at the root, every other under its code.</summary>
internal static class Languages
{
    /// <summary>BCP 47 codes; the first is the market's own.</summary>
    public static IReadOnlyList<string> All { get; } = ["vi", "en"];

    /// <summary>What a reader's numbers and dates look like in a language.</summary>
    public static CultureInfo Culture(string language) => language == "vi" ? CultureInfo.GetCultureInfo("vi-VN") : CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The language of the running request or mail.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "vi" ? "vi" : "en";

    /// <summary>The prefix of a language's addresses: empty, or <c>/en</c>.</summary>
    public static string Prefix(string language) => language == All[0] ? "" : "/" + language;

    /// <summary>Moves the language prefix to PathBase, before routing, and sets the culture of the request.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var language = All[0];
        foreach (var other in All.Skip(1))
        {
            if (context.Request.Path.StartsWithSegments("/" + other, StringComparison.Ordinal, out var rest))
            {
                language = other;
                context.Request.PathBase = context.Request.PathBase.Add("/" + other);
                context.Request.Path = rest.HasValue ? rest : "/";
            }
        }

        Speak(language);
        return next(context);
    });

    /// <summary>
    /// Who once chose a language and opens the market's bare address, typed or from elsewhere, is led to it. Links inside the
    /// market are left alone: an address says its language.
    /// </summary>
    public static IApplicationBuilder UseChosenLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var bare = HttpMethods.IsGet(request.Method) && request.Path == "/" && !request.PathBase.HasValue && request.Headers["Sec-Fetch-Site"] != "same-origin";
        var chosen = bare ? request.Cookies[context.RequestServices.GetRequiredService<MarketCookies>().Language] : null;
        if (chosen is null || chosen == All[0] || !All.Contains(chosen))
            return next(context);
        context.Response.Redirect(Prefix(chosen) + request.QueryString);
        return Task.CompletedTask;
    });

    /// <summary>Sets the language of what runs from here on.</summary>
    public static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture(language);
}
