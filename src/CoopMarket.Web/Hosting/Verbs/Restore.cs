using System.Text.Json;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Hosting.Verbs;

/// <summary>
/// <c>restore DIR [--replace]</c>: puts a backup back. A damaged backup is refused before anything is touched; a market that is
/// there is replaced only where that is said. The database comes last and in one piece, so that a failure leaves the old one.
/// </summary>
internal sealed class Restore(MarketDb db, IBlobs blobs, MarketSettings market) : IVerb
{
    private const string Replace = "--replace";

    private const string DropTables = """
        DO $$ DECLARE there record; BEGIN
        FOR there IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE format('DROP TABLE public.%I CASCADE', there.tablename); END LOOP;
        END $$
        """;

    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var replace = words.Contains(Replace);
        if (words.Except([Replace]).ToArray() is not [var folder] || !File.Exists(Path.Combine(folder, BackupManifest.FileName)))
            return await NoAsync("Say «restore DIR» with a folder that «backup» made.");
        var manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(Path.Combine(folder, BackupManifest.FileName), cancellationToken), Json.Options)!;
        if (manifest.Provider != db.Database.ProviderName)
            return await NoAsync($"The backup is of {manifest.Provider}, the settings name {db.Database.ProviderName}.");
        foreach (var (file, hash) in manifest.Files)
            if (!File.Exists(Path.Combine(folder, file)) || await Backup.HashAsync(Path.Combine(folder, file), cancellationToken) != hash)
                return await NoAsync($"{file} is missing from the backup or damaged; nothing was restored.");
        if (!replace && await HasTablesAsync(cancellationToken))
            return await NoAsync($"The database is not empty; nothing was restored. Move it away first, or say «restore DIR {Replace}» to put the backup in its place.");

        foreach (var file in manifest.Files.Keys.Where(f => f.StartsWith("blobs/", StringComparison.Ordinal)))
        {
            var key = file["blobs/".Length..];
            await using var content = File.OpenRead(Path.Combine(folder, file));
            await blobs.Put(key, content, BlobKey.ContentType(key), cancellationToken);
        }

        foreach (var file in manifest.Files.Keys.Where(f => f.StartsWith("keys/", StringComparison.Ordinal)))
            File.Copy(Path.Combine(folder, file), Path.Combine(market.Folder("keys"), Path.GetFileName(file)), overwrite: true);
        await DatabaseAsync(folder, cancellationToken);
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
            return new FileInfo(SqliteFile()) is { Exists: true, Length: > 0 };
        return await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from information_schema.tables where table_schema = 'public'").SingleAsync(cancellationToken) > 0;
    }

    private async Task DatabaseAsync(string folder, CancellationToken cancellationToken)
    {
        if (db is not SqliteMarketDb)
        {
            await PostgresAsync(Path.Combine(folder, "market.pgdump"), cancellationToken);
            return;
        }

        // Written beside, then renamed. The old one's journal must not be read into the new one.
        var file = SqliteFile();
        File.Copy(Path.Combine(folder, "market.db"), file + ".restoring", overwrite: true);
        await SoundAsync(file + ".restoring", cancellationToken);
        SqliteConnection.ClearAllPools();
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(file + ".restoring", file, overwrite: true);
    }

    // Written out as statements first, so that a damaged dump is found before anything is touched, and what it doesn't know of goes as well:
    // a newer table that points into an older one would keep that from going. Rights are given anew: the server may know other roles.
    private async Task PostgresAsync(string dump, CancellationToken cancellationToken)
    {
        var connection = db.Database.GetConnectionString()!;
        var statements = Path.Combine(market.Folder("restoring"), "market.sql");
        try
        {
            await Backup.PostgresAsync("pg_restore", connection, ["--no-owner", "--no-privileges", "--clean", "--if-exists", "--file", statements, dump], cancellationToken);
            await Backup.PostgresAsync(
                "psql", connection,
                ["--no-psqlrc", "--quiet", "--output", "/dev/null", "--set", "ON_ERROR_STOP=1", "--single-transaction", "--command", DropTables, "--file", statements], cancellationToken);
            await LedgerTriggers.EnsureAsync(db, cancellationToken);
        }
        finally
        {
            Directory.Delete(market.Folder("restoring"), recursive: true);
        }
    }

    private static async Task SoundAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (await command.ExecuteScalarAsync(cancellationToken) is not "ok")
            throw new InvalidDataException("The backup's database is damaged; the old one stays.");
    }

    private string SqliteFile() => new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
}
