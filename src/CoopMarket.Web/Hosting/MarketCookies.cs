namespace CoopMarket.Web.Hosting;

/// <summary>
/// Decides every cookie: names with <c>__Host-</c> and Secure where the market is reached by https, plain ones in Development
/// on http, always for the whole site, never under a language's prefix.
/// </summary>
internal sealed class MarketCookies(MarketSettings market)
{
    /// <summary>Signed in.</summary>
    public string Session { get; } = Name(market, "session");

    /// <summary>The basket of a guest or a person.</summary>
    public string Basket { get; } = Name(market, "basket");

    /// <summary>The secrets of orders that this reader may open.</summary>
    public string Orders { get; } = Name(market, "orders");

    /// <summary>What was typed at the checkout, sealed, until it is ordered.</summary>
    public string Checkout { get; } = Name(market, "checkout");

    public string Antiforgery { get; } = Name(market, "form");

    /// <summary>The reader's language of choice.</summary>
    public string Language { get; } = Name(market, "language");

    /// <summary>The currency in which the reader wants to see prices.</summary>
    public string Currency { get; } = Name(market, "currency");

    /// <summary>The reader's own wish to save data.</summary>
    public string SaveData { get; } = Name(market, "save-data");

    /// <summary>A sentence that waits for the next page.</summary>
    public string Notice { get; } = Name(market, "notice");

    /// <summary>The name of any other cookie.</summary>
    public string Name(string name) => Name(market, name);

    /// <summary>What every cookie carries.</summary>
    /// <param name="keepFor">Null: until the browser closes.</param>
    public CookieOptions Options(TimeSpan? keepFor = null) => new()
    {
        Path = "/",
        HttpOnly = true,
        Secure = market.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = keepFor,
    };

    /// <summary>The same for cookies that the framework writes.</summary>
    public void Shape(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = market.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.IsEssential = true;
    }

    private static string Name(MarketSettings market, string name) => (market.IsHttps ? "__Host-" : "") + "cm-" + name;
}
