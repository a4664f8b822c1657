using System.Globalization;

namespace CoopMarket.Web.Hosting;

/// <summary>The languages of the market: Vietnamese at the root, every other under its code. Some are spoken in the shop alone.</summary>
internal static class Languages
{
    /// <summary>BCP 47 codes; the first is the market's own.</summary>
    public static IReadOnlyList<string> All { get; } = ["vi", "en", "fr"];

    /// <summary>The languages of the desks, of the office and of members' own pages; every other is for buyers alone.</summary>
    public static IReadOnlyList<string> OfDesks { get; } = ["vi", "en"];

    /// <summary>Into which what a desk writes in Vietnamese may be translated.</summary>
    public static IReadOnlyList<string> Others { get; } = [.. All.Skip(1)];

    // Pages of those who sell and of those who run the market.
    private static readonly string[] Desks = ["/sell", "/admin", "/income"];

    // Addresses that are printed, on labels and posters, without a language.
    private static readonly string[] Labels = ["/q", "/s", "/01"];

    // All but the market's own, with their prefixes.
    private static readonly (string Language, PathString Prefix)[] Prefixed = [.. All.Skip(1).Select(l => (l, new PathString("/" + l)))];

    private static readonly Dictionary<string, CultureInfo> Cultures = All.ToDictionary(l => l, Culture);

    // With it such an address stays in the market's own language, whatever the reader's browser speaks.
    private const string Choice = "in";

    /// <summary>What a reader's numbers and dates look like in a language.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language switch
    {
        "vi" => "vi-VN",
        "fr" => "fr-FR",
        _ => "en-GB",
    });

    /// <summary>The language of the running request or mail.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
    {
        "vi" => "vi",
        "fr" => "fr",
        _ => "en",
    };

    /// <summary>«rtl» where the running request's language is written from right to left; null everywhere else.</summary>
    public static string? Direction => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : null;

    /// <summary>The language in which a desk speaks to who reads in this one: the same where desks know it, else English.</summary>
    public static string AtDesk(string language) => OfDesks.Contains(language) ? language : "en";

    /// <summary>Whether a number of things takes the singular: 1, and in French 0 as well (Unicode CLDR's plural rules).</summary>
    public static bool IsOne(string language, long count) => count == 1 || (count == 0 && language == "fr");

    /// <summary>The prefix of a language's addresses: empty, or <c>/en</c>.</summary>
    public static string Prefix(string language) => language == All[0] ? "" : "/" + language;

    /// <summary>
    /// Moves the language prefix to PathBase, before routing, and sets the culture of the request. A desk that is asked for in a
    /// language that desks don't speak is led to, form and all, in one that they do.
    /// </summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var language = All[0];
        foreach (var (other, prefix) in Prefixed)
        {
            if (context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest))
            {
                language = other;
                context.Request.PathBase = context.Request.PathBase.Add(prefix);
                context.Request.Path = rest.HasValue ? rest : "/";
                break;
            }
        }

        if (language == All[0] && IsUnder(context.Request.Path, Labels) && !context.Request.Query.ContainsKey(Choice))
        {
            // What is printed has no language in its address: its page is in the reader's own, and so are its links.
            language = Wished(context.Request);
            context.Request.PathBase = context.Request.PathBase.Add(Prefix(language));
        }

        Speak(language);
        if (AtDesk(language) is var spoken && spoken != language && IsUnder(context.Request.Path, Desks))
        {
            context.Response.Redirect(Prefix(spoken) + context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent(), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>
    /// Who once chose a language and opens the market's bare address, typed or from elsewhere, is led to it. Links inside the
    /// market are left alone: an address says its language.
    /// </summary>
    public static IApplicationBuilder UseChosenLanguage(this IApplicationBuilder app)
    {
        var cookie = app.ApplicationServices.GetRequiredService<MarketCookies>().Language;
        return app.Use((context, next) =>
        {
            var request = context.Request;
            var bare = HttpMethods.IsGet(request.Method) && request.Path == "/" && !request.PathBase.HasValue && request.Headers["Sec-Fetch-Site"] != "same-origin";
            var chosen = bare ? request.Cookies[cookie] : null;
            if (chosen is null || chosen == All[0] || !All.Contains(chosen))
                return next(context);
            context.Response.Redirect(Prefix(chosen) + request.QueryString);
            return Task.CompletedTask;
        });
    }

    /// <summary>A label's address in one language, whatever the reader's browser speaks.</summary>
    public static string Said(string language, string path) => language == All[0] ? $"{path}?{Choice}={language}" : Prefix(language) + path;

    // The language that she chose in the market, else the first of those of her browser that the market speaks; English for who reads none of them.
    private static string Wished(HttpRequest request)
    {
        if (request.Cookies[request.HttpContext.RequestServices.GetRequiredService<MarketCookies>().Language] is { } chosen && All.Contains(chosen))
            return chosen;
        var wished = request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString()).ToList();
        return wished.Select(w => All.FirstOrDefault(l => w == "*" || w.Equals(l, StringComparison.OrdinalIgnoreCase) || w.StartsWith(l + "-", StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(l => l is not null) ?? (wished.Count == 0 ? All[0] : "en");
    }

    /// <summary>Sets the language of what runs from here on.</summary>
    public static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures[language];

    private static bool IsUnder(PathString path, string[] roots)
    {
        foreach (var root in roots)
        {
            if (path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
