using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Hosting;

/// <summary>What the program is asked to do: its first word, <c>serve</c> when there is none.</summary>
internal sealed record Verb(string Name, string[] Words, string[] Settings)
{
    private static readonly string[] Known = ["serve", "migrate"];

    /// <summary>Whether it must not run on settings that are wrong; <c>doctor</c> tells what is wrong instead.</summary>
    public bool NeedsSoundSettings => Name != "doctor";

    /// <summary>Reads the command line: words before the first option are the verb and its own; options are settings.</summary>
    public static Verb Of(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
        return words.Length > 0 && Known.Contains(words[0])
            ? new(words[0], [.. args.Skip(1)], [])
            : new("serve", [], args);
    }

    /// <summary>What to build the host from; tests name the content root themselves.</summary>
    public WebApplicationOptions Options() => Settings.Any(s => s.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
        ? new() { Args = Settings }
        : new() { Args = Settings, ContentRootPath = ContentRoot() };

    /// <summary>The project's folder when run from the sources, else the program's.</summary>
    private static string ContentRoot()
        => Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), "src/CoopMarket.Web/wwwroot"))
            ? Path.Combine(Directory.GetCurrentDirectory(), "src/CoopMarket.Web")
            : Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), "wwwroot/css")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    /// <summary>Does it; answers the exit code.</summary>
    public async Task<int> RunAsync(WebApplication app)
    {
        if (Name == "migrate" || app.Environment.IsDevelopment())
            await MigrateAsync(app.Services);
        if (Name == "migrate")
            return 0;
        await app.RunAsync();
        return 0;
    }

    private static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        if (db is SqliteMarketDb)
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;");
        }

        await db.Database.MigrateAsync();
        await LedgerTriggers.EnsureAsync(db);
    }
}
