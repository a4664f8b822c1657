namespace CoopMarket.Web.Features.Accounts;

/// <summary>What people call the machine behind a User-Agent: a browser and a system, never the whole line.</summary>
internal static class DeviceName
{
    // The first that is found counts: browsers also carry the names of those they come from.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("coc_coc_browser/", "Cốc Cốc"), ("SamsungBrowser/", "Samsung Internet"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("UCBrowser/", "UC Browser"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    /// <summary>«Chrome, Android»; only what is known; empty where nothing is.</summary>
    public static string Of(string userAgent)
        => string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    private static string? Find((string Mark, string Name)[] known, string userAgent)
        => Array.Find(known, k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
