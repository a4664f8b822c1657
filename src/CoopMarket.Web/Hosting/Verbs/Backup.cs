using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoopMarket.Web.Hosting.Verbs;

/// <summary>What a backup holds, with the SHA-256 of every file, so that a damaged one is refused before anything is restored.</summary>
internal sealed record BackupManifest(DateTimeOffset TakenAt, string Provider, SortedDictionary<string, string> Files)
{
    public const string FileName = "manifest.json";
}

/// <summary><c>backup DIR</c>: database, photos, papers and keys into a new folder, while the market goes on serving.</summary>
internal sealed class Backup(MarketDb db, IBlobs blobs, MarketSettings market, TimeProvider time) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        if (words is not [var folder] || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            await Console.Error.WriteLineAsync("Say «backup DIR» with a folder that is new or empty.");
            return 2;
        }

        try
        {
            Console.WriteLine($"{await CopyAsync(folder, cancellationToken)} files in {folder}");
        }
        catch
        {
            // Half a backup every night would fill the disk, and look like one.
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            throw;
        }

        LastBackup.Note(market, time.Now());
        return 0;
    }

    private async Task<int> CopyAsync(string folder, CancellationToken cancellationToken)
    {
        // The photos come last: a photo whose row is missing is swept, a row whose photo is missing is a loss.
        Directory.CreateDirectory(folder);
        await DatabaseAsync(folder, cancellationToken);
        CopyFolder(market.Folder("keys"), Path.Combine(folder, "keys"));
        await foreach (var blob in blobs.List("", cancellationToken))
            await CopyBlobAsync(blob.Key, Path.Combine(folder, "blobs", blob.Key), cancellationToken);

        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            files[Path.GetRelativePath(folder, file)] = await HashAsync(file, cancellationToken);
        var manifest = new BackupManifest(time.Now(), db.Database.ProviderName!, files);
        await File.WriteAllTextAsync(Path.Combine(folder, BackupManifest.FileName), JsonSerializer.Serialize(manifest, Json.Options), cancellationToken);
        return files.Count;
    }

    /// <summary>The SHA-256 of a file, in hex.</summary>
    public static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>Runs a PostgreSQL program on the market's database.</summary>
    /// <exception cref="OutsideProgramException">It failed.</exception>
    public static async Task PostgresAsync(string program, string connection, string[] arguments, CancellationToken cancellationToken)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGDATABASE"] = to.Database;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new OutsideProgramException($"{program} failed: {said}");
    }

    private async Task DatabaseAsync(string folder, CancellationToken cancellationToken)
    {
        var connection = db.Database.GetConnectionString()!;
        if (db is not SqliteMarketDb)
        {
            await PostgresAsync("pg_dump", connection, ["--format=custom", "--no-owner", "--file", Path.Combine(folder, "market.pgdump")], cancellationToken);
            return;
        }

        await using var from = new SqliteConnection(connection);
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "market.db"), Pooling = false }.ToString());
        await from.OpenAsync(cancellationToken);
        await to.OpenAsync(cancellationToken);
        from.BackupDatabase(to);
    }

    private async Task CopyBlobAsync(string key, string path, CancellationToken cancellationToken)
    {
        await using var from = await blobs.OpenRead(key, cancellationToken);
        if (from is null)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var to = File.Create(path);
        await from.CopyToAsync(to, cancellationToken);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
