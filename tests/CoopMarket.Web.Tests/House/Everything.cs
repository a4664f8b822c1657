using System.Data.Common;
using System.Text;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.House;

/// <summary>All that a market keeps, read past its model: each column of each table that the database has, and each file of the store.</summary>
internal static class Everything
{
    /// <summary>Where each word stands, whatever its case; a word that stands nowhere has no place. Files are the place «files».</summary>
    public static async Task<ILookup<string, string>> PlacesOfAsync(this Market market, IReadOnlyCollection<string> words)
    {
        HashSet<(string Word, string Place)> found = [];
        await market.InDbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            foreach (var table in await TablesAsync(db))
                await ReadAsync(db, table, (column, value) => found.UnionWith(words.Where(w => value.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => (w, $"{table}.{column}"))));
            return true;
        });
        var blobs = market.Services.GetRequiredService<IBlobs>();
        await foreach (var blob in blobs.List("", CancellationToken.None))
        {
            await using var file = (await blobs.OpenRead(blob.Key, CancellationToken.None))!;
            using MemoryStream bytes = new();
            await file.CopyToAsync(bytes);
            var text = blob.Key + Encoding.UTF8.GetString(bytes.ToArray());
            found.UnionWith(words.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => (w, "files")));
        }

        return found.OrderBy(f => f.Place, StringComparer.Ordinal).ToLookup(f => f.Word, f => f.Place);
    }

    /// <summary>The names of all tables that the database has.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(MarketDb db)
        => await db.Database.SqlQueryRaw<string>(db is SqliteMarketDb
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'").ToListAsync();

    private static async Task ReadAsync(MarketDb db, string table, Action<string, string> see)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            for (var i = 0; i < rows.FieldCount; i++)
                if (!await rows.IsDBNullAsync(i))
                    see(rows.GetName(i), Text(rows, i));
    }

    private static string Text(DbDataReader rows, int column) => rows.GetValue(column) switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        Array many => string.Join('\n', many.Cast<object>()),
        var one => one.ToString() ?? "",
    };
}
