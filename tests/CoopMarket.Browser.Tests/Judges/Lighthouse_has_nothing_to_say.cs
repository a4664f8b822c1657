using System.Net;
using System.Text;
using System.Text.Json;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Browser.Tests.Judges;

/// <summary>Lighthouse opens pages as a phone does that has never been here, and gives full marks for all but speed, which a busy machine can't tell.</summary>
[Collection(JudgedShop.Name)]
public sealed class Lighthouse_has_nothing_to_say(DemoShop shop)
{
    private const double MostMoved = .02;

    // No language, no title, a photo without words, no description, a script that breaks, and a text that is pushed down while it is read.
    private const string Wrong = """
        <!doctype html><html><body><img src="data:," width="10" height="10"><p style="height: 400px; background: tan">A text that is read by now.</p>
        <script>setTimeout(() => document.body.prepend(Object.assign(document.createElement('hr'), { style: 'height: 300px' })), 1000); throw new Error('broken')</script></body></html>
        """;

    [Fact]
    public async Task About_any_page_but_a_wrong_one()
    {
        Judge.MustBeHere("node", "lighthouse");
        using var wrong = Serve(Wrong);
        string[] addresses = [.. new[] { "home", "category", "product", "story" }.Select(page => shop.Market.Url + shop.Pages[page]), wrong.Prefixes.First()];
        var (output, error) = await Judge.RunAsync("node", [Judge.Lighthouse, .. addresses], ("CHROME_PATH", "/usr/bin/chromium"));
        output.ShouldStartWith("[", customMessage: error);
        var found = JsonSerializer.Deserialize<Found[]>(output, JsonSerializerOptions.Web)!;
        found.Select(f => f.Address).ShouldBe(addresses);
        foreach (var page in found.SkipLast(1))
        {
            page.Faults.ShouldBeEmpty(page.Address);
            page.Scores.ShouldBe(Full, ignoreOrder: true, page.Address);
            page.Moved.ShouldBeLessThanOrEqualTo(MostMoved, page.Address);
        }

        found[^1].Moved.ShouldBeGreaterThan(MostMoved);
        foreach (var fault in new[] { "html-has-lang: ", "image-alt: ", "errors-in-console: ", "document-title: ", "meta-description: " })
            found[^1].Faults.ShouldContain(f => f.StartsWith(fault, StringComparison.Ordinal), fault);
    }

    private static Dictionary<string, double?> Full => new(StringComparer.Ordinal) { ["accessibility"] = 1, ["best-practices"] = 1, ["seo"] = 1 };

    // Answers everything with one page until it is disposed of.
    private static HttpListener Serve(string page)
    {
        var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{Ports.Free()}/" } };
        listener.Start();
        _ = AnswerAsync(listener, Encoding.UTF8.GetBytes(page));
        return listener;
    }

    private static async Task AnswerAsync(HttpListener listener, byte[] page)
    {
        try
        {
            while (true)
            {
                var asked = await listener.GetContextAsync();
                asked.Response.ContentType = "text/html; charset=utf-8";
                asked.Response.Close(page, willBlock: false);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It was disposed of: the test is over.
        }
    }

    /// <param name="Address">The page.</param>
    /// <param name="Scores">From 0 to 1, by category.</param>
    /// <param name="Moved">How much of the page moved by itself while it was loaded.</param>
    /// <param name="Faults">What is wrong, with the places.</param>
    private sealed record Found(string Address, Dictionary<string, double?> Scores, double Moved, string[] Faults);
}
