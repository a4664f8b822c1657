using System.Text.RegularExpressions;

namespace CoopMarket.Domain.Stories;

/// <summary>The sites whose films a story may lead to.</summary>
public enum VideoSite
{
    YouTube,
    TikTok,
    Facebook,
}

/// <summary>Why an address leads to no film that a story may lead to.</summary>
public enum VideoFlaw
{
    /// <summary>It is no address of a film on one of the sites.</summary>
    NoFilm,

    /// <summary>It is short, and nobody can tell what it leads to: the site gives the whole one when it is opened.</summary>
    Short,
}

/// <summary>A film on another site, told by its site and its name there and by nothing that was typed besides.</summary>
/// <param name="Site">Whose.</param>
/// <param name="Key">Its name there: <c>dQw4w9WgXcQ</c>, <c>@who/7012345678901234567</c>, <c>1234567890</c> or <c>w/AbC123</c>.</param>
public sealed partial record Video(VideoSite Site, string Key)
{
    /// <summary>Where YouTube plays without cookies.</summary>
    public const string PlayerOrigin = "https://www.youtube-nocookie.com";

    // Longer addresses carry what we don't need.
    private const int LongestAddress = 500;

    private const string ShortFilm = "w/";

    /// <summary>Where people open it; made from the site and the key alone.</summary>
    public string Address => Site switch
    {
        VideoSite.YouTube => "https://www.youtube.com/watch?v=" + Key,
        VideoSite.TikTok => "https://www.tiktok.com/" + Key.Replace("/", "/video/", StringComparison.Ordinal),
        _ => Key.StartsWith(ShortFilm, StringComparison.Ordinal) ? $"https://fb.watch/{Key[ShortFilm.Length..]}/" : "https://www.facebook.com/watch/?v=" + Key,
    };

    /// <summary>Where it plays within a page; null where the site gives none that keeps no cookies.</summary>
    public string? Player => Site == VideoSite.YouTube ? $"{PlayerOrigin}/embed/{Key}" : null;

    /// <summary>The name of the site, as it calls itself.</summary>
    public string SiteName => Site.ToString();

    /// <summary>Reads an address that was copied from a site; exactly one of the two answers is given.</summary>
    /// <param name="typed">With or without <c>https://</c>; what it says besides which film it is is dropped.</param>
    public static (Video? Video, VideoFlaw? Flaw) Read(string typed)
    {
        var address = typed.Trim();
        if (address.Length > LongestAddress || !Typed().IsMatch(address))
            return (null, VideoFlaw.NoFilm);
        var parts = Typed().Match(address);
        var (host, path, query) = (parts.Groups["host"].Value.ToLowerInvariant(), parts.Groups["path"].Value, parts.Groups["query"].Value);
        if (host is "vm.tiktok.com" or "vt.tiktok.com" || (host.EndsWith("tiktok.com", StringComparison.Ordinal) && path.StartsWith("/t/", StringComparison.Ordinal)))
            return (null, VideoFlaw.Short);
        var video = host switch
        {
            "youtube.com" or "www.youtube.com" or "m.youtube.com" => Of(VideoSite.YouTube, path == "/watch" ? Asked(query) : AfterFolder().Match(path).Groups["key"].Value),
            "youtu.be" => Of(VideoSite.YouTube, path.Trim('/')),
            "tiktok.com" or "www.tiktok.com" or "m.tiktok.com" => Of(VideoSite.TikTok, path.Trim('/').Replace("/video/", "/", StringComparison.Ordinal)),
            "facebook.com" or "www.facebook.com" or "m.facebook.com" or "web.facebook.com" => Of(VideoSite.Facebook, path.Trim('/') == "watch" ? Asked(query) : OnPage().Match(path).Groups["key"].Value),
            "fb.watch" or "www.fb.watch" => Of(VideoSite.Facebook, ShortFilm + path.Trim('/')),
            _ => null,
        };
        return video is null ? (null, VideoFlaw.NoFilm) : (video, null);
    }

    /// <summary>A film by its site and key; null where no film of that site is called so.</summary>
    public static Video? Of(VideoSite site, string key) => (site switch
    {
        VideoSite.YouTube => YouTubeKey(),
        VideoSite.TikTok => TikTokKey(),
        _ => FacebookKey(),
    }).IsMatch(key) ? new(site, key) : null;

    private static string Asked(string query) => query.Split('&').FirstOrDefault(p => p.StartsWith("v=", StringComparison.Ordinal))?[2..] ?? "";

    // No user, no port, no sign but those that the sites themselves write.
    [GeneratedRegex(@"\A(?:https?://)?(?<host>[A-Za-z0-9.-]+)(?<path>/[A-Za-z0-9@._/%-]*)?(?:\?(?<query>[A-Za-z0-9@._~/%&=+:,-]*))?(?:#[A-Za-z0-9@._~/%&=+:,?-]*)?\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\A/(?:shorts|live|embed)/(?<key>[^/]+)/?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AfterFolder();

    [GeneratedRegex(@"\A/(?:reel/|[^/]+/videos/(?:[^/]+/)?)(?<key>\d+)/?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnPage();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{11}\z", RegexOptions.None, 1000)]
    private static partial Regex YouTubeKey();

    [GeneratedRegex(@"\A@[A-Za-z0-9_.]{1,30}/[0-9]{6,25}\z", RegexOptions.None, 1000)]
    private static partial Regex TikTokKey();

    [GeneratedRegex(@"\A(?:[0-9]{6,25}|w/[A-Za-z0-9_-]{4,30})\z", RegexOptions.None, 1000)]
    private static partial Regex FacebookKey();
}
