using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Seed;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopMarket.Benchmarks;

/// <summary>
/// The market as a program of its own, on a port of this machine and on SQLite, with the demo's goods, stories and photos: what it
/// holds in memory is its own, its jobs run by themselves, and what measures it takes none of its threads.
/// </summary>
internal sealed class MarketProgram : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromMinutes(2);

    private readonly Process _program;

    private MarketProgram(Market shelves, Process program, Uri address) => (Shelves, _program, Address) = (shelves, program, address);

    /// <summary>Its database and files, seen from this process.</summary>
    public Market Shelves { get; }

    public Uri Address { get; }

    /// <summary>The id of its process.</summary>
    public int Id => _program.Id;

    /// <summary>Fills the shelves and starts it; returns when it is ready.</summary>
    public static async Task<MarketProgram> StartAsync()
    {
        var shelves = await Market.OpenFreshAsync(DatabaseProvider.Sqlite);
        await DemoShelves.FillAsync(shelves);
        await new DemoStories(shelves.Services.GetRequiredService<Stage>(), DemoContent.Read(shelves.Services.GetRequiredService<IHostEnvironment>())).HomeAsync();
        await TakePhotosInAsync(shelves);
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoopMarket.Web.dll")]) { WorkingDirectory = Checkout(), RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", address.OriginalString), ("Market__Demo", "false"), ("RateLimits__Factor", "1000000"),
            ("Market__DataDirectory", shelves.Services.GetRequiredService<MarketSettings>().DataDirectory), ("ConnectionStrings__Market", shelves.Connection),
            ("Logging__LogLevel__Default", "Warning"),
        })
            start.Environment[key] = value;
        var program = Process.Start(start)!;
        _ = program.StandardOutput.ReadToEndAsync();
        MarketProgram started = new(shelves, program, address);
        await started.IsReadyAsync();
        return started;
    }

    /// <summary>The pages that are measured, by what they are: the product is the one with most photos, the story the longest.</summary>
    public async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync()
    {
        var photos = await Shelves.RowsAsync<Photo>();
        var product = (await Shelves.RowsAsync<Product>()).Where(p => p.State == ProductState.Live)
            .OrderByDescending(p => photos.Count(f => f.SubjectId == p.Id.Value)).ThenBy(p => p.Slug, StringComparer.Ordinal).First();
        var story = (await Shelves.RowsAsync<Story>()).OrderByDescending(s => s.Body.Vi.Length).First();
        return [("home", "/"), ("category", "/products"), ("product", "/p/" + product.Slug), ("story", "/stories/" + story.Slug)];
    }

    public async ValueTask DisposeAsync()
    {
        _program.Kill(entireProcessTree: true);
        await _program.WaitForExitAsync();
        _program.Dispose();
        await Shelves.DisposeAsync();
    }

    /// <summary>The folder of CoopMarket.sln.</summary>
    public static string Checkout([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    // What is committed is good enough to make files of; they are made when a browser asks for them.
    private static async Task TakePhotosInAsync(Market shelves)
    {
        var seeded = shelves.Services.GetRequiredService<SeedPictures>();
        foreach (var hash in (await shelves.RowsAsync<Photo>()).Select(p => p.Hash).Distinct(StringComparer.Ordinal))
        {
            await using var file = File.OpenRead(seeded.FileOf(hash)!);
            await shelves.Services.GetRequiredService<IBlobs>().Put(Variants.MasterKey(hash), file, "image/jpeg", CancellationToken.None);
        }

        await shelves.InDbAsync(db => db.Set<Photo>().ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PhotoState.Ready)));
    }

    private async Task IsReadyAsync()
    {
        using HttpClient client = new() { BaseAddress = Address };
        for (var begun = Stopwatch.GetTimestamp(); ; await Task.Delay(200))
        {
            try
            {
                using var answer = await client.GetAsync("/readyz");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (!_program.HasExited)
            {
                // Not yet listening.
            }

            if (Stopwatch.GetElapsedTime(begun) > ToStart)
                throw new TimeoutException("The market didn't start.");
        }
    }
}
