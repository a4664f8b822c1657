using System.Text.Json;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Hosting.Verbs;

/// <summary><c>restore DIR</c>: puts a backup back, into a database that is empty; a damaged backup is refused before anything is touched.</summary>
internal sealed class Restore(MarketDb db, IBlobs blobs, MarketSettings market) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        if (words is not [var folder] || !File.Exists(Path.Combine(folder, BackupManifest.FileName)))
            return await NoAsync("Say «restore DIR» with a folder that «backup» made.");
        var manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(Path.Combine(folder, BackupManifest.FileName), cancellationToken), Json.Options)!;
        if (manifest.Provider != db.Database.ProviderName)
            return await NoAsync($"The backup is of {manifest.Provider}, the settings name {db.Database.ProviderName}.");
        foreach (var (file, hash) in manifest.Files)
            if (!File.Exists(Path.Combine(folder, file)) || await Backup.HashAsync(Path.Combine(folder, file), cancellationToken) != hash)
                return await NoAsync($"{file} is missing from the backup or damaged; nothing was restored.");
        if (await HasTablesAsync(cancellationToken))
            return await NoAsync("The database is not empty. Move it away first; restore never overwrites a market.");

        await DatabaseAsync(folder, cancellationToken);
        foreach (var file in manifest.Files.Keys.Where(f => f.StartsWith("keys/", StringComparison.Ordinal)))
            File.Copy(Path.Combine(folder, file), Path.Combine(market.Folder("keys"), Path.GetFileName(file)), overwrite: true);
        foreach (var file in manifest.Files.Keys.Where(f => f.StartsWith("blobs/", StringComparison.Ordinal)))
        {
            await using var content = File.OpenRead(Path.Combine(folder, file));
            await blobs.Put(file["blobs/".Length..], content, "application/octet-stream", cancellationToken);
        }

        Console.WriteLine($"{manifest.Files.Count} files of {manifest.TakenAt:u} restored.");
        return 0;
    }

    private static async Task<int> NoAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 2;
    }

    private async Task<bool> HasTablesAsync(CancellationToken cancellationToken)
    {
        if (db is SqliteMarketDb)
        {
            var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            return File.Exists(file) && new FileInfo(file).Length > 0;
        }

        return await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from information_schema.tables where table_schema = 'public'").SingleAsync(cancellationToken) > 0;
    }

    private async Task DatabaseAsync(string folder, CancellationToken cancellationToken)
    {
        var connection = db.Database.GetConnectionString()!;
        if (db is SqliteMarketDb)
            File.Copy(Path.Combine(folder, "market.db"), new SqliteConnectionStringBuilder(connection).DataSource, overwrite: true);
        else
            await Backup.PostgresAsync("pg_restore", connection, ["--no-owner", "--exit-on-error", "--dbname", db.Database.GetDbConnection().Database, Path.Combine(folder, "market.pgdump")], cancellationToken);
    }
}
