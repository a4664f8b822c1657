using System.Text.RegularExpressions;

namespace CoopMarket.Web.Tests.House;

/// <summary>Goes through a market by the links of its pages, as somebody with much time would.</summary>
/// <param name="browser">Signed in as whoever walks.</param>
internal sealed partial class Wanderer(Browser browser)
{
    // Of a hundred orders some are looked at: lists begin with what is newest and least alike.
    private const int MostOfAKind = 6;

    private readonly Queue<(string Path, string From)> _ahead = [];
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);

    /// <summary>How many addresses were opened.</summary>
    public int Opened { get; private set; }

    /// <summary>The links that lead nowhere, each with the page that it stands on; a page that fails is one too.</summary>
    /// <param name="starts">Where the walk begins.</param>
    public async Task<IReadOnlyList<string>> DeadEndsAsync(params string[] starts)
    {
        List<string> dead = [];
        foreach (var start in starts)
            Meet(start, "");
        while (_ahead.TryDequeue(out var next))
        {
            using var response = await browser.GetAsync(next.Path);
            Opened++;
            if ((int)response.StatusCode >= 400)
                dead.Add($"{next.Path} → {(int)response.StatusCode}, from {next.From}");
            else if (Browser.Goal(response) is { } goal)
                Meet(goal, next.Path);
            else if (response.Content.Headers.ContentType?.MediaType == "text/html")
                foreach (var link in (await Browser.ParseAsync(response)).QuerySelectorAll("a[href]"))
                    Meet(Within(new(new(Market.Address + next.Path), link.GetAttribute("href")!)), next.Path);
        }

        return dead;
    }

    private void Meet(string? path, string from)
    {
        // Photos are made ready in the background, which stands still in tests.
        if (path is null || path.StartsWith("/media/", StringComparison.Ordinal) || !_met.Add(path))
            return;
        var kind = Own().Replace(path, "*");
        var count = _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (count <= MostOfAKind)
            _ahead.Enqueue((path, from));
    }

    // Path and query of what is the market's own; null elsewhere.
    private static string? Within(Uri address) => address.GetLeftPart(UriPartial.Authority) == Market.Address ? address.PathAndQuery : null;

    // What names one thing among others: a part of the path with a digit or a hyphen in it, and every value that is asked for.
    [GeneratedRegex(@"(?<=/)[^/?]*[\d-][^/?]*|(?<==)[^&]*", RegexOptions.None, 1000)]
    private static partial Regex Own();
}
