using System.Globalization;
using System.Text.Json;
using CoopMarket.Browser.Tests.Sweep;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Judges;

/// <summary>The Nu HTML checker, which the W3C runs, finds nothing wrong with what the market sends for any page.</summary>
[Collection(SweptMarket.Name)]
public sealed class Every_page_is_valid_HTML(FullMarket full) : IDisposable
{
    // What a saved page is called, and where it stood.
    private readonly Dictionary<string, string> _saved = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("coopmarket-html-").FullName;

    // Of every kind of message but this one, which is about a habit of the framework's that harms nothing where values are quoted.
    private const string Harmless = "Trailing slash on void elements";

    private const string Wrong = "wrong";

    [Fact]
    public async Task The_checker_finds_fault_with_no_page_but_a_wrong_one()
    {
        Judge.MustBeHere("java", "vnu-jar");
        await SaveAsync(Wrong, "<!doctype html><html lang=en><title>Wrong</title><p id=a><div id=a></p><img src=x.png><ul><p>in a list</p></ul></html>");
        foreach (var (part, visits) in Visits.Of)
            foreach (var visit in visits)
                foreach (var language in part == "shop" ? (string[])["", "/en"] : [""])
                    await SaveSentAsync(visit, language);
        var found = (await FaultsAsync()).ToLookup(f => f.StartsWith(Wrong, StringComparison.Ordinal));
        foreach (var fault in new[] { "Duplicate ID", "No “p” element in scope", "An “img” element must have an “alt”", "not allowed as child of element “ul”" })
            found[true].ShouldContain(f => f.Contains(fault, StringComparison.Ordinal), fault);
        found[false].ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task SaveAsync(string address, string html)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_saved.Count}.html");
        _saved[name] = address;
        return File.WriteAllTextAsync(Path.Combine(_folder, name), html);
    }

    // The bytes that were sent, not what a browser has made of them.
    private async Task SaveSentAsync(Visit visit, string language)
    {
        var path = visit.Path(full);
        var address = language + (path == "/" && language.Length > 0 ? "" : path);
        var page = visit.Act is null ? full[visit.Who].Page : await full.PageOfAsync(visit.Who, "vi", ColorScheme.Light);
        if (visit.Act is null)
        {
            var answer = await page.APIRequest.GetAsync(address);
            answer.Status.ShouldBe(visit.Status, address);
            await SaveAsync(address, await answer.TextAsync());
            return;
        }

        await page.GotoAsync(address);
        var posted = await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync(visit.Act), r => r.Request.IsNavigationRequest && r.Status == visit.Status);
        await SaveAsync(address + " and what is sent there", await posted.TextAsync());
    }

    // One run for all, and no time for the compiler that makes long runs fast.
    private async Task<List<string>> FaultsAsync()
    {
        var (output, error) = await Judge.RunAsync("java", ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", Judge.Checker, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", _folder]);
        output.ShouldStartWith("{", customMessage: error);
        using var told = JsonDocument.Parse(output);
        return [.. told.RootElement.GetProperty("messages").EnumerateArray().Select(Written).Where(m => !m.Contains(Harmless, StringComparison.Ordinal))];
    }

    private string Written(JsonElement message)
    {
        var said = message.GetProperty("message").GetString()!;
        var extract = message.TryGetProperty("extract", out var found) ? found.GetString()!.ReplaceLineEndings(" ") : "";
        return $"{_saved[Path.GetFileName(message.GetProperty("url").GetString()!)]}: {said} {extract}";
    }
}
