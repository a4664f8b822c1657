using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Seed;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Benchmarks;

/// <summary>
/// Sellers send photos of 12 megapixels all at once, by the desk's form, while a reader opens one page after the other, each made
/// anew: how long her pages take before, while the photos are taken in, and while all their files are made of them, and how much
/// memory the market holds at most.
/// </summary>
internal static partial class Uploads
{
    private const int WarmUp = 100;
    private const int Before = 200;
    private const double Most = 1_000;

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    /// <summary>Prints one row; 1 where a page's p95 is over a second, or a photo is refused or broken.</summary>
    public static async Task<int> RunAsync(int photos)
    {
        var folder = Directory.CreateTempSubdirectory("coopmarket-uploads-").FullName;
        try
        {
            var files = Take(folder, photos);
            await using var market = await MarketProgram.StartAsync();
            var pages = await market.PagesAsync();
            using HttpClient reader = new() { BaseAddress = market.Address };
            for (var i = 0; i < WarmUp; i++)
                await ReadAsync(reader, pages[i % pages.Count].Path, i);
            var before = await ReadAsync(reader, pages, Before, () => Task.FromResult(true));

            var desks = await DesksAsync(market, photos);
            InMemoryNow.Forget(market.Id);
            var idle = InMemoryNow.Kilobytes(market.Id);
            var started = Stopwatch.GetTimestamp();
            var sending = Task.WhenAll(desks.Select((d, i) => SendAsync(d, files[i])));
            var meanwhile = await ReadAsync(reader, pages, int.MaxValue, () => Task.FromResult(!sending.IsCompleted));
            await sending;
            var sent = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var making = await ReadAsync(reader, pages, int.MaxValue, () => PendingAsync(market));
            var made = Stopwatch.GetElapsedTime(started).TotalSeconds;

            var ready = (await market.Shelves.RowsAsync<Photo>()).Count(p => p.State == PhotoState.Ready && p.Weights.Length > 0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{photos} photos, {files.Sum(f => new FileInfo(f).Length) / 1024 / 1024} MB, of {desks.Select(d => d.Seller).Distinct().Count()} sellers: taken in after {sent:F0} s, all files after {made:F0} s, {ready} ready; at most {InMemoryNow.PeakKilobytes(market.Id) / 1024} MB in memory, {idle / 1024} MB before.\n"));
            Console.WriteLine("| pages | opened | p50 ms | p95 ms | p99 ms | slowest ms |\n|---|---|---|---|---|---|");
            foreach (var (name, took) in new[] { ("before", before), ("while photos are taken in", meanwhile), ("while files are made", making) })
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {took.Count} | {Rush.At(took, 50):F0} | {Rush.At(took, 95):F0} | {Rush.At(took, 99):F0} | {took.DefaultIfEmpty().Max():F0} |"));
            return ready == photos && Rush.At(meanwhile, 95) < Most && Rush.At(making, 95) < Most ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Another photo for each: files of the same content are made once.
    private static List<string> Take(string folder, int photos)
    {
        var pictures = Directory.GetFiles(Path.Combine(MarketProgram.Checkout(), "src", "CoopMarket.Web", "Seed", "Pictures"), "*.jpg").Order(StringComparer.Ordinal).ToList();
        List<string> files = [];
        for (var i = 0; i < photos; i++)
        {
            files.Add(Path.Combine(folder, $"{i}.jpg"));
            File.WriteAllBytes(files[i], Camera.Photo(pictures[i % pictures.Count], i + 1));
        }

        return files;
    }

    // A page for each photo where its product still has room, in a browser of its seller's with the form open.
    private static async Task<List<Desk>> DesksAsync(MarketProgram market, int photos)
    {
        var accounts = (await market.Shelves.RowsAsync<Account>()).ToDictionary(a => a.PersonId, a => a.Email!);
        var managers = (await market.Shelves.RowsAsync<Membership>()).Where(m => m.Role == MemberRole.Manager).ToLookup(m => m.Cooperative, m => accounts[m.Person]);
        var have = (await market.Shelves.RowsAsync<Photo>()).ToLookup(p => p.SubjectId);
        var rooms = (await market.Shelves.RowsAsync<Product>()).Where(p => p.State == ProductState.Live)
            .SelectMany(p => Enumerable.Range(have[p.Id.Value].Count(), Photo.MostOfOne - have[p.Id.Value].Count()).Select(place => (Product: p, Place: place)))
            .OrderBy(r => r.Place).ThenBy(r => r.Product.Id.Value).Take(photos).ToList();
        if (rooms.Count < photos)
            throw new InvalidOperationException($"The demo's products have room for {rooms.Count} photos.");
        Dictionary<string, HttpClient> browsers = new(StringComparer.Ordinal);
        List<Desk> desks = [];
        foreach (var (product, _) in rooms)
        {
            var seller = managers[product.Cooperative].First();
            if (!browsers.TryGetValue(seller, out var browser))
                browser = browsers[seller] = await SignInAsync(market.Address, seller);
            var page = $"/sell/products/{product.Id.Value}/photos";
            desks.Add(new(seller, browser, page, Token(await browser.GetStringAsync(page))));
        }

        return desks;
    }

    private static async Task<HttpClient> SignInAsync(Uri address, string seller)
    {
        HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        browser.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        using FormUrlEncodedContent form = new(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = Token(await browser.GetStringAsync("/account/sign-in")),
            ["Form.Who"] = seller,
            ["Form.Password"] = DemoSellers.Password,
        });
        using var answer = await browser.PostAsync("/account/sign-in", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"{seller} can't sign in: {answer.StatusCode}.");
    }

    private static async Task SendAsync(Desk desk, string file)
    {
        await using var photo = File.OpenRead(file);
        using StreamContent content = new(photo) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        using MultipartFormDataContent form = new() { { new StringContent(desk.Token), "__RequestVerificationToken" }, { content, "Form.Files", Path.GetFileName(file) } };
        using var answer = await desk.Browser.PostAsync(desk.Page, form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"A photo was answered {answer.StatusCode}.");
    }

    private static async Task<ConcurrentBag<double>> ReadAsync(HttpClient reader, IReadOnlyList<(string Name, string Path)> pages, int most, Func<Task<bool>> goOn)
    {
        ConcurrentBag<double> took = [];
        for (var i = 0; i < most && await goOn(); i++)
        {
            took.Add(await ReadAsync(reader, pages[i % pages.Count].Path, WarmUp + i));
            await Task.Delay(Rest);
        }

        return took;
    }

    // No kept page answers an address that nobody has asked for.
    private static async Task<double> ReadAsync(HttpClient reader, string page, int fresh)
    {
        var started = Stopwatch.GetTimestamp();
        await reader.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"{page}?currency={started}-{fresh}"));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static Task<bool> PendingAsync(MarketProgram market)
        => market.Shelves.InDbAsync(db => db.Set<Photo>().AnyAsync(p => p.State == PhotoState.Pending));

    private static string Token(string page) => WebUtility.HtmlDecode(HiddenToken().Match(page) is { Success: true } found ? found.Groups["value"].Value : throw new InvalidDataException("The page has no form."));

    [GeneratedRegex("""<input (?=[^>]*name="__RequestVerificationToken")[^>]*value="(?<value>[^"]*)"[^>]*>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenToken();

    /// <summary>A page of photos at a desk, open in a browser of its seller's.</summary>
    private sealed record Desk(string Seller, HttpClient Browser, string Page, string Token);
}
